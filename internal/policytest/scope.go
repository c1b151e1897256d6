package policytest

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// scopeFile holds the cases of the rules that say whom obligations bind.
const scopeFile = "dsa/scope/scope" + fileSuffix

// scopeID stands where results have the id of an obligation.
const scopeID = "dsa.scope"

// scopeCase asks whether an obligation applies to a service.
type scopeCase struct {
	Note        string          `yaml:"note"`
	Obligation  string          `yaml:"obligation"`
	Service     string          `yaml:"service"`
	Facts       Facts           `yaml:"facts"`
	Applies     string          `yaml:"applies"` // yes, no, unknown
	Reasons     []report.Reason `yaml:"reasons"`
	AppliesFrom string          `yaml:"applies_from"`
	Missing     []string        `yaml:"missing"` // some of the missing facts

	at document.Position
}

// scopeCases reads the cases beside the scope rules, if the directory has them.
func (s *Suite) scopeCases() ([]scopeCase, error) {
	content, err := fs.ReadFile(s.options.Cases.FS, scopeFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	name := path.Join(s.options.Cases.Name, scopeFile)
	root, err := document.One(name, content)
	if err != nil {
		return nil, err
	}
	var cases []scopeCase
	if err := document.Into(root, &cases).Sorted().Err(); err != nil {
		return nil, err
	}
	for i := range cases {
		cases[i].at = root.Elements[i].Position
	}
	return cases, nil
}

// TestScope judges the cases beside the scope rules whose name the pattern
// matches, or all if it is nil.
func (s *Suite) TestScope(ctx context.Context, pattern *regexp.Regexp) (Obligation, error) {
	t := &test{
		suite: s, ctx: ctx, obligation: &policy.Obligation{ID: scopeID}, pattern: pattern,
		result: Obligation{ID: scopeID, File: strings.TrimSuffix(scopeFile, fileSuffix) + ".rego", Verdicts: map[string]int{}, Failures: []Failure{}, Gaps: []string{}},
	}
	cases, err := s.scopeCases()
	if err != nil {
		return t.result, err
	}
	for _, c := range cases {
		if !t.selected(c.Note) {
			continue
		}
		o, known := s.set.Obligation(c.Obligation)
		service, named := s.services[c.Service]
		if !known || !named {
			t.fail(c.at, c.Note, "there is no obligation %q or no service %q", c.Obligation, c.Service)
			continue
		}
		t.obligation = o
		got, ok, err := t.judge(c.at, c.Note, s.Over(service, c.Facts), nil)
		t.obligation = &policy.Obligation{ID: scopeID}
		if err != nil {
			return t.result, err
		}
		if ok {
			t.compareScope(c, got)
		}
	}
	return t.result, nil
}

func (t *test) compareScope(c scopeCase, got report.Obligation) {
	applies := "yes"
	switch {
	case got.Verdict == report.NotApplicable:
		applies = "no"
	case slices.Contains(got.Possible, report.NotApplicable):
		applies = "unknown"
	}
	if applies != c.Applies {
		t.fail(c.at, c.Note, "%s", differs("applies", c.Applies, applies, got))
	}
	if c.Reasons != nil && !slices.Equal(c.Reasons, got.Reasons) {
		t.fail(c.at, c.Note, "%s", differs("reasons", texts(c.Reasons), texts(got.Reasons), got))
	}
	if have := string(valueOf(got.AppliesFrom)); c.AppliesFrom != "" && c.AppliesFrom != have {
		t.fail(c.at, c.Note, "%s", differs("applies_from", c.AppliesFrom, have, got))
	}
	for _, fact := range c.Missing {
		if !slices.Contains(Missing(got), fact) {
			t.fail(c.at, c.Note, "%s", differs("missing", "also "+fact, Missing(got), got))
		}
	}
}
