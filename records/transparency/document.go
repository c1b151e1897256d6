package transparency

import (
	"bytes"
	"cmp"
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
func (r *Report) valid(schema *facts.Schema, name string, list []Fact, begin func() document) ([]byte, []Note, error) {
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

// document is a YAML document that keeps the order and the comments of what it
// was made from.
type document struct{ root *yaml.Node }

func newDocument() document {
	d := document{&yaml.Node{Kind: yaml.MappingNode, HeadComment: "# What a harmonised transparency report states. What is not here is not known."}}
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

func (d document) set(pointer string, value any) {
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

// provenance adds a source for every cell, or group of cells, that a fact comes
// from, and says which fact comes from which.
func (d document) provenance(r *Report, list []Fact) {
	sources, entries := child(d.root, "sources"), child(d.root, "provenance")
	taken := map[string]string{}
	for _, f := range list {
		ids := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
		for _, group := range r.groups(f.Refs) {
			id, title := group.id, r.title(group)
			for n := 2; taken[id] != "" && taken[id] != title || taken[id] == "" && present(sources, id); n++ {
				id = fmt.Sprintf("%s.%d", group.id, n)
			}
			if taken[id] == "" {
				taken[id] = title
				source := child(sources, id)
				*source = yaml.Node{Kind: yaml.MappingNode}
				text := func(key, value string) { *child(source, key) = *nodeOf(value) }
				text("title", title)
				if day := r.Identification.Published; day.known() {
					text("published_on", day.Text)
				}
				text("confidence", "primary")
				text("note", r.digest(group.sheet.File))
			}
			ids.Content = append(ids.Content, nodeOf(id))
		}
		entry := child(entries, f.Pointer)
		*entry = *ids
	}
}

func present(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}

// group is the cells of one table that a fact comes from.
type group struct {
	sheet *Sheet
	cells string
	id    string
}

func (r *Report) groups(refs []Ref) []group {
	if len(refs) == 0 {
		refs = []Ref{r.Sheets[0].At(0, 0)}
	}
	var order []*Sheet
	cells := map[*Sheet][]Ref{}
	for _, ref := range refs {
		s := r.sheet(ref)
		if cells[s] == nil {
			order = append(order, s)
		}
		cells[s] = append(cells[s], ref)
	}
	groups := make([]group, 0, len(order))
	for _, s := range order {
		g := group{sheet: s, cells: cellsOf(cells[s]), id: fmt.Sprintf("report-part-%d", s.Part)}
		if surface := asciiOf(s.Surface); surface != "" {
			g.id += "-" + surface
		}
		if g.cells != "" {
			g.id += "." + asciiOf(g.cells)
		}
		groups = append(groups, g)
	}
	return groups
}

// cellsOf writes cells as G2 or, of several, as the first to the last with
// their number: a map of all Member States has 27.
func cellsOf(refs []Ref) string {
	refs = slices.Clone(refs)
	slices.SortFunc(refs, func(a, b Ref) int { return cmp.Or(a.Column-b.Column, a.Row-b.Row) })
	refs = slices.Compact(refs)
	first, last := refs[0].Cell(), refs[len(refs)-1].Cell()
	switch {
	case len(refs) == 1:
		return first
	case refs[0].Column == refs[len(refs)-1].Column && refs[len(refs)-1].Row-refs[0].Row == len(refs)-1:
		return first + ":" + last
	case len(refs) <= 4:
		names := make([]string, len(refs))
		for i, ref := range refs {
			names[i] = ref.Cell()
		}
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%d cells from %s to %s", len(refs), first, last)
}

func asciiOf(s string) string {
	return strings.Trim(strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			return c
		case c == ',':
			return -1
		}
		return '-'
	}, strings.ToLower(s)), "-")
}

func (r *Report) title(g group) string {
	title := "Transparency report"
	if id := r.Identification; id.Service.known() {
		title += " of " + id.Service.Text
	}
	if id := r.Identification; id.From.known() && id.To.known() {
		title += ", " + id.From.Text + " to " + id.To.Text
	}
	title += ": " + g.sheet.At(0, 0).String()
	if g.cells != "" {
		title += ", " + g.cells
	}
	return title
}

func (r *Report) digest(file string) string {
	for _, f := range r.Files {
		if f.Name == file {
			return "SHA-256 of the file: " + f.SHA256
		}
	}
	return "file"
}

// encode writes the document without the sections that stayed empty.
func (d document) encode() ([]byte, error) {
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
