# reftel: build, run, test, install. `make run` and `make test` install what is missing.

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
RELEASE := -c release --static-swift-stdlib

# What the build links against, and what the tests drive.
BUILD_PACKAGES := libncurses-dev libsqlite3-dev libxml2-dev libarchive-dev libzstd-dev pkg-config
TEST_PACKAGES := $(BUILD_PACKAGES) tmux procps ncurses-term

# What the picture of the README shows.
PICTURE_KEYS := '/libya<Enter><Tab><Tab>'

.DEFAULT_GOAL := build
.PHONY: run build test check lint format docs bench bench-full picture install uninstall clean deps test-deps

## run: install what is missing, build a release binary, open seeds/
run: build
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/reftel" seeds

## build: the release binary
build: deps
	@$(SWIFT) build $(RELEASE) --product reftel

## test: install what is missing, build, run all tests
test: test-deps
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

## check: what a developer runs before a commit
check: lint test docs

## lint: the format of all sources
lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

## format: bring all sources into the format
format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

## docs: links in documentation comments and in the documents lead somewhere
docs: deps
	@Tests/check-docs

## bench: figures of speed, from a release build
bench: deps
	@$(SWIFT) build $(RELEASE) --product reftel
	@$(SWIFT) build $(RELEASE) --product reftel-bench
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/reftel-bench" seeds
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/reftel-bench" formats
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/reftel-bench" archive

## bench-full: figures of archives of a quarter of a million and of a million cables
bench-full: deps
	@$(SWIFT) build $(RELEASE) --product reftel-bench
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/reftel-bench" archive --cables 251287
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/reftel-bench" archive --cables 1000000 --stream --no-baselines

## picture: the picture of the browser in the README, drawn from a real screen
picture: build
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/reftel" seeds --exec $(PICTURE_KEYS) \
		--size 120x28 --print-screen --format svg > docs/screen.svg

## install: the binary, its manual page and the completions of shells, below PREFIX (default /usr/local)
install: build
	@Tests/install "$$($(SWIFT) build $(RELEASE) --show-bin-path)/reftel" "$(DESTDIR)$(PREFIX)"

## uninstall: take all of it away again
uninstall:
	@Tests/install --remove "$(DESTDIR)$(PREFIX)"

clean:
	@$(SWIFT) package clean

deps:
	@Tests/install-packages $(BUILD_PACKAGES)

test-deps:
	@Tests/install-packages $(TEST_PACKAGES)
