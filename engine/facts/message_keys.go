package facts

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// repeated returns the second of two equal elements.
func (d *describer) repeated(f failure, n *Node) *Node {
	var first, second int
	_, err := fmt.Sscanf(f.text, "items at index %d and %d are equal", &first, &second)
	if err != nil || second >= len(n.Elements) {
		return n
	}
	return n.Elements[second]
}

func (d *describer) badKey(f failure, at place) {
	hint := ""
	if len(at.path) > 1 {
		switch at.path[0] {
		case "provenance":
			hint = "a JSON Pointer to a fact or section is expected, such as /service/name"
		case "sources":
			hint = "ids are written with small letters, digits, dots, dashes and underscores"
		}
	}
	key := ""
	if len(f.steps) > 0 {
		key = f.steps[len(f.steps)-1]
	}
	if f.schema["x-code"] == stateCode {
		parent := &Node{Kind: String, Text: key}
		message, near := d.unknownState(f, parent, constants(f))
		d.add(at.key, at.path, "the key "+at.path.String()+" "+message, near)
		return
	}
	parent := at.path[:max(0, len(at.path)-1)]
	d.add(at.key, at.path, fmt.Sprintf("%s cannot be a key of %s", document.Quoted(key), parent.Subject()), hint)
}

func (d *describer) missingKeys(f failure) {
	at := d.find(f.steps)
	for _, name := range factschema.Names(f.value) {
		if _, found := at.node.Member(name); !found {
			d.add(at.node.Position, at.path, at.path.With(name).String()+" is missing", "")
		}
	}
}

func (d *describer) unknownKeys(f failure) {
	at := d.find(f.steps)
	if at.node == nil {
		return
	}
	properties, _ := f.schema["properties"].(map[string]any)
	known := slices.Sorted(maps.Keys(properties))
	found := 0
	for _, member := range at.node.Members {
		if _, ok := properties[member.Key]; ok {
			continue
		}
		path := at.path.With(member.Key)
		hint := ""
		if found++; found <= document.MaxProblems { // those after them are not shown
			hint = d.whichKey(member.Key, path, known)
		}
		d.add(member.KeyPosition, path, "unknown key "+path.String(), hint)
	}
}

// whichKey guesses what an unknown key was meant to be.
func (d *describer) whichKey(key string, path Path, known []string) string {
	if near := document.DidYouMean(key, known); near != "" {
		return near
	}
	if elsewhere := d.schema.sections()[key]; len(elsewhere) > 0 && elsewhere[0] != path.String() {
		return "did you mean " + elsewhere[0] + "?"
	}
	if len(known) > 0 && len(known) <= 8 {
		return "known here: " + strings.Join(known, ", ")
	}
	return ""
}
