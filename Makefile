# reftel: build, run, test, install. `make run` and `make test` install what is missing.

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
RELEASE := -c release --static-swift-stdlib

# What the build links against, and what the tests drive.
BUILD_PACKAGES := libncurses-dev libsqlite3-dev libxml2-dev libarchive-dev pkg-config
TEST_PACKAGES := $(BUILD_PACKAGES) tmux procps ncurses-term

.DEFAULT_GOAL := build
.PHONY: run build test check lint format docs bench install uninstall clean deps test-deps

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

## install: the binary, below PREFIX (default /usr/local)
install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 0755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/reftel" "$(DESTDIR)$(PREFIX)/bin/reftel"

## uninstall: take the binary away again
uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/reftel"

clean:
	@$(SWIFT) package clean

deps:
	@Tests/install-packages $(BUILD_PACKAGES)

test-deps:
	@Tests/install-packages $(TEST_PACKAGES)
