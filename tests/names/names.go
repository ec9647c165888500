// Prints the identifiers of each Go file that neither the file nor the language declares, a line
// `file: name` each.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"log"
	"os"
	"path"
	"regexp"
	"strconv"
)

var version = regexp.MustCompile(`^v[0-9]+$`)

// importedName is the name by which the file knows the package: usually the last part of its path
// that is no version.
func importedName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	address, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		log.Fatal(err)
	}
	if version.MatchString(path.Base(address)) {
		address = path.Dir(address)
	}
	return path.Base(address)
}

func main() {
	for _, name := range os.Args[1:] {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			log.Fatal(err)
		}
		imported := map[string]bool{}
		for _, spec := range file.Imports {
			imported[importedName(spec)] = true
		}
		for _, identifier := range file.Unresolved {
			if !imported[identifier.Name] && types.Universe.Lookup(identifier.Name) == nil {
				fmt.Printf("%s: %s\n", name, identifier.Name)
			}
		}
	}
}
