package transparency

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// provenance adds a source for every cell, or group of cells, that a fact comes
// from, and says which fact comes from which.
func (d yamlDocument) provenance(r *Report, list []Fact) {
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
				if digest := r.digest(group.sheet.File); digest != "" {
					text("sha256", digest)
				}
				if remarked := group.remarked(); remarked != "" {
					text("note", strings.TrimPrefix(remarked, ". "))
				}
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
	refs  []Ref
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
		g := group{sheet: s, refs: cells[s], cells: cellsOf(cells[s]), id: fmt.Sprintf("report-part-%d", s.Part)}
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
			return f.SHA256
		}
	}
	return ""
}
