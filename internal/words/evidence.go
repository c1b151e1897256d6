package words

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Place is file:line:column of evidence, or the file alone.
func Place(file string, e report.Evidence) string { return at(file, e.Line, e.Column) }

// PlaceAside is where a fact stands that was set aside.
func PlaceAside(file string, s report.SetAside) string { return at(file, s.Line, s.Column) }

func at(file string, line, column int) string {
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d:%d", file, line, column)
}

// Evidence says in one line what a fact is, where it stands and where it comes from.
func Evidence(file string, e report.Evidence) string {
	text := strings.TrimLeft(fmt.Sprintf("%s %s = %s", Place(file, e), Fact(e.Pointer), Found(e)), " ")
	if origin := Origin(e); origin != "" {
		text += " (" + origin + ")"
	}
	return text
}

// Origin says where a fact comes from: its sources and, where they are stated,
// who established it and that it is a conclusion.
func Origin(e report.Evidence) string {
	parts := []string{}
	if len(e.Sources) > 0 {
		parts = append(parts, strings.Join(e.Sources, ", "))
	}
	if e.Status != "" && e.Status != report.Unstated {
		parts = append(parts, strings.ReplaceAll(string(e.Status), "_", "-"))
	}
	if e.Nature == report.Judged {
		parts = append(parts, "judged")
	}
	return strings.Join(parts, "; ")
}

// SetAside says of a fact that it was given and why it does not count.
func SetAside(s report.SetAside) string {
	return fmt.Sprintf("%s = %s: %s", Fact(s.Pointer), Literal(s.Value), s.Why)
}

// Given says that a missing fact was given and why it does not count, in
// brackets; it is empty where nobody gave one.
func Given(m report.Missing) string {
	if m.Why == nil {
		return ""
	}
	return fmt.Sprintf("(given as %s, which does not count: %s)", Literal(m.Given), *m.Why)
}

// Missing says of a missing fact what it would have to be, in one line.
func Missing(m report.Missing) string {
	name := Fact(m.Pointer)
	if given := Given(m); given != "" {
		name += " " + given
	}
	return name + ": " + strings.Join(m.Conditions, "; ")
}

// Facts lists facts by their JSON Pointers.
func Facts(pointers []string) string {
	names := make([]string, len(pointers))
	for i, pointer := range pointers {
		names[i] = Fact(pointer)
	}
	return strings.Join(names, ", ")
}
