package transparency

import (
	"encoding/json"
	"fmt"
	"math/big"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
)

// Conflict is a fact that a document and a report state differently.
type Conflict struct {
	Pointer string
	// At and Known are the place and the value in the document.
	At    facts.Position
	Known string
	// Ref and Reported are those of the report.
	Ref      Ref
	Reported string
}

// Conflicts is the error of a merge that would have to choose.
type Conflicts []Conflict

// Error shows both sides of every conflict.
func (c Conflicts) Error() string {
	what := "1 fact differs"
	if len(c) > 1 {
		what = fmt.Sprintf("%d facts differ", len(c))
	}
	lines := []string{what + " between the document and the report:"}
	for _, x := range c {
		lines = append(lines, fmt.Sprintf("  %s\n    %s: %s\n    %s: %s", dotted(x.Pointer), place(x.At), x.Known, x.Ref, x.Reported))
	}
	return document.Problem{
		Message: strings.Join(lines, "\n"), Hint: "correct the document, or remove from it what the report should fill",
	}.Error()
}

func place(p facts.Position) string {
	if p.File == "" {
		return "implied by another fact"
	}
	return p.String()
}

// Merge fills the facts that a document leaves unknown. A fact that both state,
// and state differently, is an error: [Conflicts]. The assessment date of the
// document stays, as the report has none of its own.
func (r *Report) Merge(schema *facts.Schema, options FactOptions, name string, content []byte) ([]byte, []Note, error) {
	documents, err := schema.Load(name, content)
	if err != nil {
		return nil, nil, err
	}
	if len(documents) != 1 {
		return nil, nil, fmt.Errorf("%s: %d documents; facts can be merged into one", name, len(documents))
	}
	list, notes := r.Facts(options)
	var fill []Fact
	var conflicts Conflicts
	for _, f := range list {
		known, ok := documents[0].At(f.Pointer)
		if !ok {
			fill = append(fill, f)
			continue
		}
		if f.Pointer == "/assessment/date" || equal(known.Value(), f.Value) {
			continue
		}
		c := Conflict{Pointer: f.Pointer, At: known.Position, Known: shown(known.Value()), Reported: shown(f.Value)}
		if len(f.Refs) > 0 {
			c.Ref = f.Refs[0]
		}
		conflicts = append(conflicts, c)
	}
	if len(conflicts) > 0 {
		return nil, nil, conflicts
	}
	var root yaml.Node
	if err := yaml.Unmarshal(content, &root); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	merged, dropped, err := r.valid(schema, mergedName(name), fill, func() yamlDocument {
		// Aliases share their values: filling one would fill the others.
		return yamlDocument{expanded(root.Content[0], root.Content[0].Style&yaml.FlowStyle != 0, 0)}
	})
	return merged, append(notes, dropped...), err
}

// mergedName is what a merged document is called in messages. It is YAML,
// whatever it was made from.
func mergedName(name string) string {
	return strings.TrimSuffix(name, path.Ext(name)) + " with the report.yaml"
}

// expanded copies a document without aliases and, if it is JSON, which is a flow
// of YAML, with lines of its own for what is filled in.
func expanded(n *yaml.Node, json bool, depth int) *yaml.Node {
	if n.Kind == yaml.AliasNode && n.Alias != nil && depth < facts.MaxDepth {
		return expanded(n.Alias, json, depth+1)
	}
	copied := *n
	copied.Anchor = ""
	if json {
		copied.Style &^= yaml.FlowStyle
	}
	copied.Content = make([]*yaml.Node, len(n.Content))
	for i, c := range n.Content {
		copied.Content[i] = expanded(c, json, depth+1)
	}
	return &copied
}

// equal compares a value of a document with one of a report.
func equal(known, reported any) bool {
	switch reported := reported.(type) {
	case Decimal:
		number, ok := known.(json.Number)
		if !ok {
			return false
		}
		a, okA := new(big.Rat).SetString(number.String())
		b, okB := new(big.Rat).SetString(string(reported))
		return okA && okB && a.Cmp(b) == 0
	case map[string]Decimal:
		object, ok := known.(map[string]any)
		if !ok || len(object) != len(reported) {
			return false
		}
		for key, value := range reported {
			if !equal(object[key], value) {
				return false
			}
		}
		return true
	}
	return known == reported
}

func shown(value any) string {
	switch value := value.(type) {
	case Decimal:
		return string(value)
	case map[string]Decimal:
		plain := map[string]json.Number{}
		for k, v := range value {
			plain[k] = json.Number(v)
		}
		return shown(plain)
	}
	content, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(slices.Clip(content))
}
