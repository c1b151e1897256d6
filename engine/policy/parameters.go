package policy

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// Parameter is a value that a rule compares facts with. A figure of the law
// has a source and nothing to override; a parameter stands for a word of the
// law that has no figure, and is a judgement that a user may replace.
type Parameter struct {
	Name string `json:"name" yaml:"name"`
	// Article and Term say which word of which provision the value stands for.
	Article string `json:"article,omitempty" yaml:"article"`
	Term    string `json:"term,omitempty" yaml:"term"`
	Unit    string `json:"unit" yaml:"unit"`
	// Reason says why this value and no other.
	Reason string `json:"reason,omitempty" yaml:"reason"`
	// Source is where the figure or its reason comes from.
	Source string `json:"source,omitempty" yaml:"source"`
	// Values are the values over time, the oldest first.
	Values []DatedValue `json:"values" yaml:"values"`

	at document.Position // where it is defined, or overridden
}

// DatedValue is a value from its day on until the next one.
type DatedValue struct {
	Since string `json:"since" yaml:"since"` // YYYY-MM-DD
	Value any    `json:"value" yaml:"value"` // number, string, boolean or list of them
}

var namePattern = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// At returns the value on a day, YYYY-MM-DD. Before the first value that
// stands for the time before as well: nothing applied then.
func (p Parameter) At(date string) any {
	value := p.Values[0].Value
	for _, v := range p.Values {
		if v.Since <= date {
			value = v.Value
		}
	}
	return value
}

// parameterSet is the data that rules read: data.law, data.parameters and
// data.readings.
type parameterSet struct {
	law        map[string]Parameter
	parameters map[string]Parameter
	readings   map[string]Reading
}

func readParameters(files []sourceFile) (parameterSet, Defects) {
	set := parameterSet{law: map[string]Parameter{}, parameters: map[string]Parameter{}, readings: map[string]Reading{}}
	var defects Defects
	for _, file := range files {
		if path.Ext(file.path) != ".yaml" {
			continue
		}
		into, isLaw := set.parameters, false
		switch path.Dir(file.path) {
		case "law":
			into, isLaw = set.law, true
		case "readings":
			defects = append(defects, set.readReadings(file)...)
			continue
		}
		list, problems := elementsOf(file)
		defects = append(defects, problems...)
		for _, element := range list {
			p := Parameter{at: element.Position}
			if problems := document.Into(element, &p); len(problems) > 0 {
				defects = append(defects, problems...)
				continue
			}
			for _, problem := range p.check(isLaw) {
				defects = append(defects, Defect{Position: p.at, Message: problem})
			}
			if other, twice := into[p.Name]; twice {
				defects = append(defects, Defect{Position: p.at, Message: fmt.Sprintf("%s is already defined at %s", p.Name, other.at)})
			}
			into[p.Name] = p
		}
	}
	return set, defects
}

// elementsOf returns the elements of a file that holds a list.
func elementsOf(file sourceFile) ([]*document.Node, document.Problems) {
	root, err := document.One(file.name, file.content)
	var problems document.Problems
	if errors.As(err, &problems) {
		return nil, problems
	}
	var list []*document.Node
	problems = document.Into(root, &list)
	return list, problems
}

func (p Parameter) check(isLaw bool) []string {
	var problems []string
	complain := func(format string, args ...any) {
		problems = append(problems, cmp.Or(p.Name, "a parameter without name")+": "+fmt.Sprintf(format, args...))
	}
	if !namePattern.MatchString(p.Name) {
		complain("name is %q; expected lower-case words joined by underscores", p.Name)
	}
	required := map[string]string{"unit": p.Unit, "source": p.Source}
	if !isLaw {
		required = map[string]string{"unit": p.Unit, "reason": p.Reason, "term": p.Term, "article": p.Article}
	}
	for name, value := range required {
		if value == "" {
			complain("%s is missing", name)
		}
	}
	if len(p.Values) == 0 {
		complain("values is empty")
	}
	for i, v := range p.Values {
		if _, err := time.Parse(time.DateOnly, v.Since); err != nil {
			complain("since is %q; expected a calendar day YYYY-MM-DD", v.Since)
		}
		if i > 0 && v.Since <= p.Values[i-1].Since {
			complain("values are not in the order of their days")
		}
		if v.Value == nil {
			complain("a value is missing")
		}
	}
	slices.Sort(problems)
	return problems
}

// data returns the document that rules read as data on the given day.
func (s parameterSet) data(date string) map[string]any {
	at := func(parameters map[string]Parameter) map[string]any {
		values := map[string]any{}
		for name, p := range parameters {
			values[name] = p.At(date)
		}
		return values
	}
	readings := map[string]any{}
	for name, r := range s.readings {
		readings[name] = r.Chosen
	}
	return map[string]any{"law": at(s.law), "parameters": at(s.parameters), "readings": readings}
}

// outOfRange says what a number in a unit has to be, if it is not that: no
// measured amount is negative, and no share above the whole. A limit that no fact
// can keep would be breached without any.
func outOfRange(value any, unit string) string {
	number, ok := new(big.Rat).SetString(fmt.Sprint(value))
	if typeName(value) != "a number" || !ok {
		return ""
	}
	switch {
	case number.Sign() < 0:
		return "0 or more"
	case unit == "percent" && number.Cmp(big.NewRat(100, 1)) > 0:
		return "0 to 100"
	}
	return ""
}

// described returns what the values are, as rules that read them are checked.
func (s parameterSet) described() rules.Data {
	kinds := func(parameters map[string]Parameter) map[string]string {
		kinds := map[string]string{}
		for name, p := range parameters {
			if len(p.Values) > 0 {
				kinds[name] = strings.Replace(typeName(p.Values[0].Value), "a text", "text", 1)
			}
		}
		return kinds
	}
	data := rules.Data{Kinds: map[string]map[string]string{"law": kinds(s.law), "parameters": kinds(s.parameters)}, Options: map[string][]string{}}
	for name, r := range s.readings {
		data.Options[name] = sortedKeys(r.Options)
	}
	return data
}

// checkParameters reports parameters that no obligation reads.
func (s *Set) checkParameters() Defects {
	used := map[string]bool{}
	for _, o := range s.obligations {
		for _, name := range o.Parameters {
			used[name] = true
		}
		for _, doubt := range o.SpeaksAgainst {
			for _, name := range doubt.Parameters {
				used[name] = true
			}
		}
	}
	var defects Defects
	for _, name := range sortedKeys(s.parameters.parameters) {
		if !used[name] {
			defects = append(defects, Defect{Position: s.parameters.parameters[name].at, Message: "no obligation reads the parameter " + name})
		}
	}
	for _, o := range s.obligations {
		for _, name := range o.Parameters {
			if _, ok := s.parameters.parameters[name]; !ok {
				defects = append(defects, defectIn(o.file, "%s reads the parameter %s, which is not defined", o.ID, name))
			}
		}
	}
	return defects
}
