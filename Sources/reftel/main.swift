print("reftel")
