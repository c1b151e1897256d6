package gate

import (
	"strconv"

	"github.com/dsaeval/dsaeval/internal/document"
)

// waiverFile is a file of waivers as schemas/waivers.schema.json describes it. A
// test holds the two against each other: a validator of schemas would be the
// largest part of what a program compiles that only asks what fails a run.
type waiverFile struct {
	Waivers []writtenWaiver
}

type writtenWaiver struct {
	Obligation   string
	Finding      string
	Item         *int
	Service      string
	Reason       string
	Owner        string
	ApprovedBy   string `yaml:"approved_by"`
	LastValidDay string `yaml:"last_valid_day"`
	Condition    string
}

// requiredOfWaiver are the keys that every waiver has.
var requiredOfWaiver = []string{"obligation", "service", "reason", "owner", "approved_by", "last_valid_day"}

// readWaivers reads a file of waivers, and the places of its values. The error is
// [document.Problems], with everything that is wrong.
func readWaivers(name string, content []byte) ([]writtenWaiver, []*document.Node, error) {
	root, err := document.One(name, content)
	if err != nil {
		return nil, nil, err
	}
	var file waiverFile
	problems := document.Into(root, &file)
	list, ok := root.Member("waivers")
	if root.Kind == document.Object && (!ok || list.Value.Kind == document.Null) {
		problems = append(problems, document.Problem{Position: root.Position, Message: "waivers is missing"})
	}
	for i, one := range file.Waivers {
		path := document.Path{"waivers", i}
		switch node := list.Value.Elements[i]; node.Kind {
		case document.Object:
			problems = append(problems, one.problems(node, path)...)
		case document.Null:
			problems = append(problems, document.Problem{Position: node.Position, Pointer: path.Pointer(), Message: path.String() + " is null; expected a waiver"})
		}
	}
	if err := problems.Sorted().Err(); err != nil {
		return nil, nil, err
	}
	return file.Waivers, list.Value.Elements, nil
}

// problems is what is wrong with a waiver beside the kinds of its values.
func (w writtenWaiver) problems(node *document.Node, path document.Path) document.Problems {
	var problems document.Problems
	add := func(at document.Position, key, message, hint string) {
		path := path.With(key)
		problems = append(problems, document.Problem{Position: at, Pointer: path.Pointer(), Message: path.String() + " " + message, Hint: hint})
	}
	for _, key := range requiredOfWaiver {
		if m, ok := node.Member(key); !ok || m.Value.Kind == document.Null {
			add(node.Position, key, "is missing", "")
		}
	}
	for _, m := range node.Members {
		if m.Value.Kind == document.String && m.Value.Text == "" {
			add(m.Value.Position, m.Key, "is empty", "")
		}
	}
	if day, ok := node.Member("last_valid_day"); ok && w.LastValidDay != "" {
		if !document.IsDate(w.LastValidDay) {
			add(day.Value.Position, day.Key, "is "+day.Value.Show()+", which is not a calendar day YYYY-MM-DD", "")
		}
	}
	if item, ok := node.Member("item"); ok && w.Item != nil {
		if *w.Item < 0 {
			add(item.Value.Position, item.Key, "is "+strconv.Itoa(*w.Item)+", which is below 0", "")
		}
		if w.Finding == "" {
			add(node.Position, "finding", "is missing", "item is the index of a finding")
		}
	}
	return problems
}
