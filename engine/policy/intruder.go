package policy

import (
	"path"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// reserved are the first words of packages that belong to the built-in policies
// and their data. A file of a user there could take an obligation away or grant
// an exemption that the law does not know, and no report would show it.
var reserved = []string{"dsa", "law", "parameters", "partial", "readings", "system"}

// Reserved are the first words of packages that belong to the built-in policies.
func Reserved() []string { return slices.Clone(reserved) }

// intruders reports files of later sources that reach into packages of earlier
// ones or go by the name of one of their files.
func intruders(files []sourceFile, modules map[string]*ast.Module) Defects {
	var defects Defects
	owners := map[string]int{} // package → source
	names := map[string]bool{}
	for _, file := range files {
		if names[file.name] {
			defects = append(defects, defectIn(file.name, "two directories of policies have a file of this name; rename one of the directories"))
			continue
		}
		names[file.name] = true
		module := modules[file.name]
		if module == nil {
			continue
		}
		pkg := module.Package
		first, _ := pkg.Path[1].Value.(ast.String)
		owner, known := owners[pkg.Path.String()]
		switch {
		case file.source > 0 && slices.Contains(reserved, string(first)):
			defects = append(defects, defectAt(pkg.Location, "package %v belongs to the built-in policies; choose a name of your own", pkg.Path))
		case known && owner != file.source:
			defects = append(defects, defectAt(pkg.Location, "package %v is already defined in another directory of policies", pkg.Path))
		default:
			owners[pkg.Path.String()] = file.source
		}
	}
	return defects
}

func holdsRego(files []sourceFile) bool {
	return slices.ContainsFunc(files, func(f sourceFile) bool { return path.Ext(f.path) == ".rego" })
}
