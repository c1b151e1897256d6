package policy

import (
	"fmt"
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Reading is a place where the words of the law bear more than one meaning, and
// the meaning that the rules follow. A user may choose another one, as of a
// parameter.
type Reading struct {
	Name string `json:"name" yaml:"name"`
	// Article is the provision, or several.
	Article string `json:"article" yaml:"article"`
	// Question is what the text leaves open.
	Question string `json:"question" yaml:"question"`
	// Options are the defensible answers, each with its reason.
	Options map[string]string `json:"options" yaml:"options"`
	// Default is the option under which fewer services are in breach.
	Default string `json:"default" yaml:"default"`
	// Chosen is the option that the rules follow: the default, or a user's.
	Chosen string `json:"chosen" yaml:"-"`
	// Reason is why a user chose another option than the default.
	Reason string `json:"reason,omitempty" yaml:"-"`

	at document.Position
}

// Rivals returns the options that were not chosen, in the order of their names.
func (r Reading) Rivals() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(r.Options)), func(option string) bool { return option == r.Chosen })
}

// Readings returns the readings in the order of their names, choices applied.
func (s *Set) Readings() []Reading {
	var list []Reading
	for _, name := range sortedKeys(s.parameters.readings) {
		list = append(list, s.parameters.readings[name])
	}
	return list
}

func (r Reading) check() []string {
	var problems []string
	complain := func(format string, args ...any) {
		problems = append(problems, r.Name+": "+fmt.Sprintf(format, args...))
	}
	if !namePattern.MatchString(r.Name) {
		complain("name is %q; expected lower-case words joined by underscores", r.Name)
	}
	if r.Article == "" || r.Question == "" {
		complain("article and question are needed")
	}
	if len(r.Options) < 2 {
		complain("options has %d; a reading has a rival", len(r.Options))
	}
	if _, ok := r.Options[r.Default]; !ok {
		complain("default is %q, which is none of its options", r.Default)
	}
	for _, option := range sortedKeys(r.Options) {
		if !namePattern.MatchString(option) || r.Options[option] == "" {
			complain("the option %q needs a name of lower-case words and a reason", option)
		}
	}
	return problems
}

// readReadings adds the readings of a file.
func (s parameterSet) readReadings(file sourceFile) Defects {
	list, problems := elementsOf(file)
	defects := Defects(problems)
	for _, element := range list {
		r := Reading{at: element.Position}
		if problems := document.Into(element, &r); len(problems) > 0 {
			defects = append(defects, problems...)
			continue
		}
		r.Chosen = r.Default
		for _, problem := range r.check() {
			defects = append(defects, Defect{Position: r.at, Message: problem})
		}
		if other, twice := s.readings[r.Name]; twice {
			defects = append(defects, Defect{Position: r.at, Message: fmt.Sprintf("%s is already defined at %s", r.Name, other.at)})
		}
		s.readings[r.Name] = r
	}
	return defects
}

// checkReadings reports readings that no obligation follows, and names that no
// file of readings defines.
func (s *Set) checkReadings() Defects {
	used := map[string]bool{}
	var defects Defects
	note := func(o *Obligation, names []string) {
		for _, name := range names {
			used[name] = true
			if _, ok := s.parameters.readings[name]; !ok {
				defects = append(defects, defectIn(o.file, "%s follows the reading %s, which is not defined", o.ID, name))
			}
		}
	}
	for _, o := range s.obligations {
		note(o, o.Readings)
		for _, doubt := range o.SpeaksAgainst {
			note(o, doubt.Readings)
		}
	}
	return defects
}
