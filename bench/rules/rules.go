// Package rules makes the rules of the repository readable for programs that know
// two values: the same Rego, the same figures, and one list of what is breached.
package rules

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/policies"
)

// Source is the policies that the program has built in.
func Source() policy.Source { return policy.Source{Name: "policies", FS: policies.FS()} }

// Open loads the policies with the cases beside them.
//
// The root is that of the repository.
func Open(root string) (*policytest.Suite, error) {
	return policytest.Open(background, policytest.Options{
		Policies: []policy.Source{Source()},
		Cases:    policy.Source{Name: "policies", FS: os.DirFS(filepath.Join(root, "policies"))},
	})
}

// Modules returns the policies with the package main, by file.
func Modules(obligations []*policy.Obligation) (map[string]string, error) {
	read, err := Source().Rego()
	if err != nil {
		return nil, err
	}
	modules := map[string]string{"main.rego": Main(obligations)}
	for path, content := range read {
		modules[path] = string(content)
	}
	return modules, nil
}

// Main returns a package that denies what an obligation that applies finds
// breached, and warns of what one notes that cannot be breached. Conftest asks for
// rules of these names.
func Main(obligations []*policy.Obligation) string {
	var b strings.Builder
	b.WriteString("package main\n")
	for _, o := range obligations {
		list, set := "deny", "breach"
		if !o.Kind.Breachable() {
			list, set = "warn", "noted"
		}
		fmt.Fprintf(&b, `
%s contains sprintf("%s %%v", [code]) if {
	data.dsa.scope.applies(%s)
	some code in %s.%s
}
`, list, o.ID, profile(o), o.Package(), set)
	}
	return b.String()
}

// profile is the argument of the rules about scope.
func profile(o *policy.Obligation) string {
	also := make([]string, len(o.AddresseeAlso))
	for i, a := range o.AddresseeAlso {
		also[i] = string(a)
	}
	content, err := json.Marshal(map[string]any{
		"addressee":      o.Addressee,
		"addressee_also": also,
		"vlop_only":      o.VLOPOnly,
		"exemption":      o.Exemption,
		"start":          o.Start,
		"from":           o.From,
	})
	if err != nil {
		panic(err) // it is all text
	}
	return string(content)
}

// Write writes the modules into a folder and the figures, parameters and readings
// for a document into another.
func Write(modulesFolder, dataFolder string, suite *policytest.Suite, document *facts.Facts) error {
	modules, err := Modules(suite.Set().Obligations())
	if err != nil {
		return err
	}
	for path, content := range modules {
		path = filepath.Join(modulesFolder, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			return err
		}
	}
	data, err := json.Marshal(suite.Data(document, nil))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dataFolder, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dataFolder, "data.json"), data, 0o644)
}
