// Package apicheck counts what the packages of this module promise to programs that
// import them: the exported names that somebody outside can reach.
package apicheck

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Count is how many names a package exports.
type Count struct {
	// Package is the directory below the root, with slashes.
	Package string
	// Names are variables, functions, constants without a type and types. Methods are those of
	// exported types, as Type.Method. Fields are not counted: they come with the type.
	Names, Methods []string
	// Functions are those of Names that are functions.
	Functions []string
	// Values are the constants of a type that the package itself declares: the words of
	// an enumeration. They are no part of Names, as who writes a switch needs all of
	// them and nobody can do with fewer.
	Values []string
	// Data are the struct types with json tags: each is an object of a format that a
	// schema describes, and is no part of Names either.
	Data []string
}

// Counts counts the packages below some directories of a source tree, in the order of
// their names. Packages below a directory named internal, commands, tests and test data
// promise nothing and are left out.
func Counts(tree fs.FS, dirs ...string) ([]Count, error) {
	byPackage := map[string]*Count{}
	for _, dir := range dirs {
		err := fs.WalkDir(tree, dir, func(file string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && (entry.Name() == "internal" || entry.Name() == "testdata") {
				return fs.SkipDir
			}
			if entry.IsDir() || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
				return nil
			}
			return add(byPackage, tree, file)
		})
		if err != nil {
			return nil, err
		}
	}
	var counts []Count
	for _, c := range byPackage {
		counts = append(counts, *c)
	}
	slices.SortFunc(counts, func(a, b Count) int { return strings.Compare(a.Package, b.Package) })
	return counts, nil
}

func add(counts map[string]*Count, tree fs.FS, file string) error {
	content, err := fs.ReadFile(tree, file)
	if err != nil {
		return err
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, content, parser.SkipObjectResolution)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if parsed.Name.Name == "main" {
		return nil
	}
	dir := path.Dir(file)
	if counts[dir] == nil {
		counts[dir] = &Count{Package: dir}
	}
	for _, declaration := range parsed.Decls {
		counts[dir].declaration(declaration)
	}
	return nil
}

func (c *Count) declaration(declaration ast.Decl) {
	switch d := declaration.(type) {
	case *ast.FuncDecl:
		switch {
		case !d.Name.IsExported():
		case d.Recv == nil:
			c.Names = append(c.Names, d.Name.Name)
			c.Functions = append(c.Functions, d.Name.Name)
		case ast.IsExported(receiver(d.Recv.List[0].Type)):
			c.Methods = append(c.Methods, receiver(d.Recv.List[0].Type)+"."+d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && tagged(s.Type) {
					c.Data = append(c.Data, s.Name.Name)
					continue
				}
				c.name(s.Name)
			case *ast.ValueSpec:
				for _, name := range s.Names {
					switch {
					case d.Tok == token.CONST && s.Type != nil && name.IsExported():
						c.Values = append(c.Values, name.Name)
					default:
						c.name(name)
					}
				}
			}
		}
	}
}

func (c *Count) name(name *ast.Ident) {
	if name.IsExported() {
		c.Names = append(c.Names, name.Name)
	}
}

// tagged reports whether a type is a struct with json tags.
func tagged(t ast.Expr) bool {
	s, ok := t.(*ast.StructType)
	return ok && slices.ContainsFunc(s.Fields.List, func(f *ast.Field) bool { return f.Tag != nil && strings.Contains(f.Tag.Value, `json:"`) })
}

// receiver returns the name of the type that a method belongs to.
func receiver(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiver(t.X)
	case *ast.IndexExpr:
		return receiver(t.X)
	case *ast.IndexListExpr:
		return receiver(t.X)
	case *ast.Ident:
		return t.Name
	}
	return ""
}
