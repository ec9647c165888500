project = "Example"
extensions = ["myst_parser", "statuscraft.sphinx"]
html_theme = "alabaster"
