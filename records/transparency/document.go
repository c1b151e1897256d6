package transparency

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// Document writes a report as a fact document, valid by the schema. Facts that
// contradict each other are left out with a note, as the report does not tell
// which of them is wrong.
func (r *Report) Document(schema *facts.Schema, options FactOptions) ([]byte, []Note, error) {
	list, notes := r.Facts(options)
	content, dropped, err := r.valid(schema, "report.yaml", list, newDocument)
	return content, append(notes, dropped...), err
}

// valid writes facts into a document, without those that the schema refuses.
func (r *Report) valid(schema *facts.Schema, name string, list []Fact, begin func() yamlDocument) ([]byte, []Note, error) {
	var notes []Note
	for {
		d := begin()
		for _, f := range list {
			d.set(f.Pointer, f.Value)
		}
		if len(list) > 0 {
			d.provenance(r, list)
		}
		content, err := d.encode()
		if err != nil {
			return nil, nil, err
		}
		_, err = schema.Load(name, content)
		var problems facts.Problems
		if !errors.As(err, &problems) {
			return content, notes, err
		}
		shorter, dropped := without(list, problems)
		if len(dropped) == 0 {
			return nil, nil, fmt.Errorf("the facts of the report are not valid: %w", err)
		}
		list, notes = shorter, append(notes, dropped...)
	}
}

// without removes the facts that problems are about.
func without(list []Fact, problems facts.Problems) (kept []Fact, notes []Note) {
	for _, f := range list {
		i := slices.IndexFunc(problems, func(p facts.Problem) bool {
			return p.Pointer == f.Pointer || strings.HasPrefix(p.Pointer, f.Pointer+"/")
		})
		if i < 0 {
			kept = append(kept, f)
			continue
		}
		n := Note{Text: fmt.Sprintf("%s is left out: %s", dotted(f.Pointer), problems[i].Message)}
		if len(f.Refs) > 0 {
			n.Ref = f.Refs[0]
		}
		notes = append(notes, n)
	}
	return kept, notes
}

func dotted(pointer string) string {
	return strings.ReplaceAll(strings.TrimPrefix(pointer, "/"), "/", ".")
}

// sectionOrder is that of the schema, so that documents read like others.
var sectionOrder = []string{
	"assessment", "service", "reporting_pipeline", "account_removals", "complaints", "orders", "transparency_reports", "sources", "provenance",
}

// yamlDocument is a YAML document that keeps the order and the comments of what it
// was made from.
type yamlDocument struct{ root *yaml.Node }

func newDocument() yamlDocument {
	d := yamlDocument{&yaml.Node{Kind: yaml.MappingNode, HeadComment: "# What a harmonised transparency report states. What is not here is not known."}}
	for _, section := range sectionOrder {
		d.root.Content = append(d.root.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: section}, &yaml.Node{Kind: yaml.MappingNode})
	}
	return d
}

// child returns the value of a key, made if need be.
func child(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		*n = yaml.Node{Kind: yaml.MappingNode, HeadComment: n.HeadComment, LineComment: n.LineComment, FootComment: n.FootComment}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	value := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}
	n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key}, value)
	return value
}

func (d yamlDocument) set(pointer string, value any) {
	n := d.root
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		n = child(n, step)
	}
	comment := n.LineComment
	*n = *nodeOf(value)
	n.LineComment = comment
}

func nodeOf(value any) *yaml.Node {
	switch value := value.(type) {
	case Decimal:
		tag := "!!int"
		if strings.Contains(string(value), ".") {
			tag = "!!float"
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: string(value)}
	case bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: fmt.Sprint(value)}
	case map[string]Decimal:
		n := &yaml.Node{Kind: yaml.MappingNode}
		for _, key := range slices.Sorted(maps.Keys(value)) {
			n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key}, nodeOf(value[key]))
		}
		return n
	case string:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
	}
	panic(fmt.Sprintf("no fact is a %T", value))
}

// encode writes the document without the sections that stayed empty.
func (d yamlDocument) encode() ([]byte, error) {
	kept := *d.root
	kept.Content = nil
	for i := 0; i+1 < len(d.root.Content); i += 2 {
		// The schema asks for a service, also where nothing is known of it.
		if value := d.root.Content[i+1]; value.Kind != yaml.MappingNode || len(value.Content) > 0 || d.root.Content[i].Value == "service" {
			kept.Content = append(kept.Content, d.root.Content[i], value)
		}
	}
	var b bytes.Buffer
	encoder := yaml.NewEncoder(&b)
	encoder.SetIndent(2)
	if err := encoder.Encode(&kept); err != nil {
		return nil, err
	}
	return b.Bytes(), encoder.Close()
}
