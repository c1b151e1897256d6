package policy

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
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

	file string
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
		var list []Parameter
		if err := decodeYAML(file.content, &list); err != nil {
			defects = append(defects, yamlDefect(file.name, err))
			continue
		}
		for _, p := range list {
			p.file = file.name
			for _, problem := range p.check(isLaw) {
				defects = append(defects, Defect{File: file.name, Message: problem})
			}
			if other, twice := into[p.Name]; twice {
				defects = append(defects, Defect{File: file.name, Message: fmt.Sprintf("%s is already defined in %s", p.Name, other.file)})
			}
			into[p.Name] = p
		}
	}
	return set, defects
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

// override replaces the values of parameters. Figures of the law and names
// that do not exist are refused.
func (s parameterSet) override(name string, content []byte) Defects {
	var overrides map[string]Override
	if err := decodeYAML(content, &overrides); err != nil {
		return Defects{yamlDefect(name, err)}
	}
	var defects Defects
	for key, o := range overrides {
		if _, isReading := s.readings[key]; isReading {
			if err := s.choose(key, o); err != nil {
				defects = append(defects, Defect{File: name, Message: err.Error()})
			}
			continue
		}
		p, known := s.parameters[key]
		switch {
		case !known && s.law[key].Name != "":
			defects = append(defects, Defect{File: name, Message: fmt.Sprintf("%s is a figure of the law (%s) and cannot be set", key, s.law[key].Source)})
		case !known:
			defects = append(defects, Defect{File: name, Message: fmt.Sprintf("%s is no parameter; `evaluate parameters` lists them", key)})
		case o.Value == nil:
			defects = append(defects, Defect{File: name, Message: fmt.Sprintf("%s: value is missing", key)})
		case o.Reason == "":
			defects = append(defects, Defect{File: name, Message: fmt.Sprintf("%s: reason is missing; say why this value and not %v", key, p.Values[len(p.Values)-1].Value)})
		case typeName(o.Value) != typeName(p.Values[0].Value):
			defects = append(defects, Defect{File: name, Message: fmt.Sprintf("%s: value is %s; expected %s, in %s", key, typeName(o.Value), typeName(p.Values[0].Value), p.Unit)})
		case outOfRange(o.Value, p.Unit) != "":
			defects = append(defects, Defect{File: name, Message: fmt.Sprintf("%s: value is %v %s; expected %s", key, o.Value, p.Unit, outOfRange(o.Value, p.Unit))})
		default:
			p.Values = []DatedValue{{Since: cmp.Or(o.Since, p.Values[0].Since), Value: o.Value}}
			p.Reason, p.Source, p.file = o.Reason, o.Source, name
			s.parameters[key] = p
		}
	}
	slices.SortFunc(defects, func(a, b Defect) int { return strings.Compare(a.Message, b.Message) })
	return defects
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

// Override is a user's value for a parameter, by its name.
type Override struct {
	Value  any    `yaml:"value"`
	Reason string `yaml:"reason"`
	Source string `yaml:"source"`
	Since  string `yaml:"since"`
}

func typeName(value any) string {
	switch value.(type) {
	case json.Number, uint64, int64, float64, *big.Int:
		return "a number"
	case string:
		return "a text"
	case bool:
		return "true or false"
	case []any:
		return "a list"
	}
	return "a section"
}

func decodeYAML(content []byte, into any) error {
	return yaml.NewDecoder(bytes.NewReader(content), yaml.Strict(), yaml.DisallowUnknownField()).Decode(into)
}

func yamlDefect(file string, err error) Defect {
	defect := Defect{File: file, Message: err.Error()}
	var positioned yaml.Error
	if errors.As(err, &positioned) {
		defect.Message = positioned.GetMessage()
		if token := positioned.GetToken(); token != nil {
			defect.Line, defect.Column = token.Position.Line, token.Position.Column
		}
	}
	return defect
}
