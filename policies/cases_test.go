package policies_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/policy"
)

var background = context.Background()

// caseFile is what stands beside an obligation: art16_6_test.yaml describes
// art16_6.rego.
type caseFile struct {
	// Service names the service that the cases are about.
	Service string `yaml:"service"`
	// Compliant are the facts of a service that keeps the obligation.
	Compliant flat `yaml:"compliant"`
	// Indifferent are facts of Compliant that can be missing without making
	// the verdict undetermined, each because others settle it.
	Indifferent []string `yaml:"indifferent"`
	Cases       []testCase
}

// testCase is one change to the compliant facts and what comes of it.
type testCase struct {
	Note         string           `yaml:"note"`
	Service      string           `yaml:"service"`
	Facts        flat             `yaml:"facts"`
	Verdict      policy.Verdict   `yaml:"verdict"`
	State        policy.State     `yaml:"state"` // instead, of a provision that cannot be breached
	IfApplicable policy.Verdict   `yaml:"if_applicable"`
	Reasons      []policy.Reason  `yaml:"reasons"`
	Findings     []string         `yaml:"findings"`
	Basis        policy.Basis     `yaml:"basis"`
	Possible     []policy.Verdict `yaml:"possible"`
	Missing      []string         `yaml:"missing"`
	// Before is what was different before the act that ended a finding, where more
	// than its day and flag were; TestLateness walks the days of such a case.
	Before flat `yaml:"before"`
	// Ended are the findings that have ended and are remembered.
	Ended []string `yaml:"ended"`
	// SpeaksAgainst are the observations that point against compliance.
	SpeaksAgainst []string `yaml:"speaks_against"`
	// Readings are the options under which the case is judged, where others than
	// the defaults are meant.
	Readings map[string]string `yaml:"readings"`
	// SetAside are the missing facts that are given and do not count.
	SetAside []string `yaml:"set_aside"`
	// Invalid is part of the message with which the facts are refused.
	Invalid string `yaml:"invalid"`
}

// caseFiles returns the case files by the obligation they belong to.
func caseFiles(t testing.TB) map[string]caseFile {
	t.Helper()
	files := map[string]caseFile{}
	require.NoError(t, filepath.WalkDir("dsa", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.yaml") || path == scopeCasesFile {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var file caseFile
		if err := yaml.UnmarshalWithOptions(content, &file, yaml.Strict()); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		files[strings.TrimSuffix(path, "_test.yaml")+".rego"] = file
		return nil
	}))
	return files
}

// TestObligations judges the cases that stand beside each obligation.
func TestObligations(t *testing.T) {
	t.Parallel()
	set := load(t)
	files := caseFiles(t)
	for _, o := range set.Obligations() {
		file, ok := files[strings.TrimPrefix(o.File(), "policies/")]
		t.Run(o.ID, func(t *testing.T) {
			t.Parallel()
			require.True(t, ok, "there are no cases beside %s", o.File())
			base := service(t, file.Service).over(file.Compliant)

			kept := judge(t, set, o, base)
			require.Equal(t, policy.Compliant, kept.Verdict, "the compliant facts: %v %v", kept.Findings, kept.Missing)

			for path := range file.Compliant {
				got := judge(t, set, o, base.over(flat{path: nil}))
				if slices.Contains(file.Indifferent, path) {
					require.Equal(t, policy.Compliant, got.Verdict, "without %s, which is listed as indifferent", path)
					continue
				}
				require.Equal(t, policy.Undetermined, got.Verdict, "without %s; if that is right, list it as indifferent", path)
			}

			shown, doubted := map[string]bool{}, map[string]bool{}
			for _, c := range file.Cases {
				t.Run(c.Note, func(t *testing.T) {
					base := base
					if c.Service != "" {
						base = service(t, c.Service).over(file.Compliant)
					}
					require.NotEmpty(t, c.Note, "a case says what it protects")
					if c.Invalid != "" {
						require.ErrorContains(t, base.under(c.Facts).refused(t), c.Invalid)
						return
					}
					set, o := set, o
					if len(c.Readings) > 0 {
						set = loadReading(t, c.Readings)
						o, _ = set.Obligation(o.ID)
					}
					got := judge(t, set, o, base.over(c.Facts))
					compare(t, c, got)
					for _, f := range got.Findings {
						shown[f.Code] = true
					}
					for _, f := range got.SpeaksAgainst {
						doubted[f.Code] = true
					}
				})
			}
			for _, f := range o.Findings {
				require.True(t, shown[f.Code], "no case shows the finding %q", f.Code)
			}
			for _, f := range o.SpeaksAgainst {
				require.True(t, doubted[f.Code], "no case shows what speaks against, %q", f.Code)
			}
		})
	}
}

func compare(t *testing.T, want testCase, got policy.Assessment) {
	t.Helper()
	if !got.Obligation.Kind.Breachable() {
		require.Equal(t, want.State, got.State(), "noted %v, missing %v, reasons %v", codes(got), got.Missing, got.Reasons)
		want.Verdict = got.Verdict
	}
	require.Equal(t, want.Verdict, got.Verdict, "findings %v, missing %v, reasons %v", codes(got), got.Missing, got.Reasons)
	if want.Findings != nil || want.Verdict == policy.Breach {
		require.Equal(t, want.Findings, codes(got))
	}
	if want.IfApplicable != "" {
		require.Equal(t, want.IfApplicable, got.IfApplicable)
	}
	if want.Reasons != nil {
		require.Equal(t, want.Reasons, got.Reasons)
	}
	if want.Basis != "" {
		require.Equal(t, want.Basis, got.Basis)
	}
	if want.Possible != nil {
		require.Equal(t, want.Possible, got.Possible)
	}
	if want.Missing != nil {
		require.ElementsMatch(t, want.Missing, missing(got))
	}
	if want.SetAside != nil {
		require.ElementsMatch(t, want.SetAside, setAside(got))
	}
	ended := []string{}
	for _, f := range got.Findings {
		require.NotEmpty(t, f.Message)
		if f.EndedOn != "" {
			ended = append(ended, f.Code)
		}
	}
	if want.Ended != nil {
		require.Equal(t, want.Ended, ended)
	}
	if want.SpeaksAgainst != nil {
		doubts := []string{}
		for _, f := range got.SpeaksAgainst {
			doubts = append(doubts, f.Code)
		}
		require.Equal(t, want.SpeaksAgainst, doubts)
	}
	if got.Verdict == policy.Undetermined {
		require.NotEmpty(t, got.Missing, "an undetermined obligation says what is missing")
		for _, m := range got.Missing {
			require.NotEmpty(t, m.Conditions, m.Pointer)
		}
	}
}

// setAside names the missing facts that are given in vain.
func setAside(a policy.Assessment) []string {
	list := []string{}
	for _, m := range a.Missing {
		if m.Why != "" {
			list = append(list, strings.ReplaceAll(strings.TrimPrefix(m.Pointer, "/"), "/", "."))
		}
	}
	return list
}

// missing names the missing facts by their dotted paths.
func missing(a policy.Assessment) []string {
	var list []string
	for _, m := range a.Missing {
		list = append(list, strings.ReplaceAll(strings.TrimPrefix(m.Pointer, "/"), "/", "."))
	}
	return list
}

// codes names the findings, an element by its index.
func codes(a policy.Assessment) []string {
	var list []string
	for _, f := range a.Findings {
		code := f.Code
		if f.Item >= 0 {
			code = fmt.Sprintf("%s[%d]", f.Code, f.Item)
		}
		list = append(list, code)
	}
	return list
}
