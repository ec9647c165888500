project = "Site"
extensions = ["sphinx_design"]
html_theme = "alabaster"
smartquotes = False
