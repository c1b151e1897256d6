package policies_test

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/policies"
)

// maxPhrase is how many words a key phrase has: it points at the text of the law
// and does not repeat it.
const maxPhrase = 8

// TestPhrases holds the grounds of each provision against its words: every key
// phrase is one on which a ground rests, or says why none does.
func TestPhrases(t *testing.T) {
	t.Parallel()
	for _, o := range load(t).Obligations() {
		file := casesOf(t, o)
		for _, wrong := range checkPhrases(file, o.Findings) {
			t.Errorf("%s: %s", file.Name, wrong)
		}
	}
}

func checkPhrases(p *policytest.File, grounds []policy.FindingRule) []string {
	var problems []string
	complain := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	if len(p.Phrases) == 0 {
		return []string{"has no phrases"}
	}
	covered := map[string]bool{}
	for _, ground := range grounds {
		for _, words := range ground.Words {
			covered[words] = true
			if !slices.Contains(p.Phrases, words) {
				complain("the ground %q rests on %q, which is none of the phrases", ground.Code, words)
			}
		}
	}
	seen := map[string]bool{}
	for _, phrase := range p.Phrases {
		reason, uncovered := p.Uncovered[phrase]
		switch {
		case seen[phrase]:
			complain("the phrase %q is listed twice", phrase)
		case len(strings.Fields(phrase)) > maxPhrase || strings.TrimSpace(phrase) == "":
			complain("the phrase %q has none or more than %d words", phrase, maxPhrase)
		case covered[phrase] && uncovered:
			complain("a ground rests on %q, so that it is not uncovered", phrase)
		case !covered[phrase] && !uncovered:
			complain("no ground rests on %q, and it is not said why", phrase)
		case uncovered && len(strings.Fields(reason)) < 3:
			complain("%q is uncovered without a reason", phrase)
		}
		seen[phrase] = true
	}
	for _, phrase := range slices.Sorted(maps.Keys(p.Uncovered)) {
		if !seen[phrase] {
			complain("%q is uncovered and none of the phrases", phrase)
		}
	}
	return problems
}

// TestCheckPhrases shows what the check finds.
func TestCheckPhrases(t *testing.T) {
	t.Parallel()
	ground := func(words ...string) policy.FindingRule { return policy.FindingRule{Code: "late", Words: words} }
	for _, c := range []struct {
		note    string
		p       policytest.File
		grounds []policy.FindingRule
		want    []string
	}{
		{"all is covered", policytest.File{Phrases: []string{"in time"}}, []policy.FindingRule{ground("in time")}, nil},
		{
			"what no ground covers has a reason",
			policytest.File{Phrases: []string{"in time", "objective"}, Uncovered: map[string]string{"objective": "No fact can show it."}},
			[]policy.FindingRule{ground("in time")},
			nil,
		},
		{"no phrases", policytest.File{}, []policy.FindingRule{ground("in time")}, []string{"has no phrases"}},
		{
			"a phrase that nobody looked at",
			policytest.File{Phrases: []string{"in time", "objective"}},
			[]policy.FindingRule{ground("in time")},
			[]string{`no ground rests on "objective", and it is not said why`},
		},
		{
			"words that are no phrase",
			policytest.File{Phrases: []string{"in time"}},
			[]policy.FindingRule{ground("in time", "objective")},
			[]string{`the ground "late" rests on "objective", which is none of the phrases`},
		},
		{
			"both",
			policytest.File{Phrases: []string{"in time"}, Uncovered: map[string]string{"in time": "No fact can show it."}},
			[]policy.FindingRule{ground("in time")},
			[]string{`a ground rests on "in time", so that it is not uncovered`},
		},
		{
			"a reason that is none",
			policytest.File{Phrases: []string{"in time"}, Uncovered: map[string]string{"in time": "?"}},
			nil,
			[]string{`"in time" is uncovered without a reason`},
		},
		{
			"a whole sentence",
			policytest.File{Phrases: []string{"a b c d e f g h i"}},
			[]policy.FindingRule{ground("a b c d e f g h i")},
			[]string{`the phrase "a b c d e f g h i" has none or more than 8 words`},
		},
		{
			"uncovered and no phrase",
			policytest.File{Phrases: []string{"in time"}, Uncovered: map[string]string{"objective": "No fact can show it."}},
			[]policy.FindingRule{ground("in time")},
			[]string{`"objective" is uncovered and none of the phrases`},
		},
	} {
		if have := checkPhrases(&c.p, c.grounds); !slices.Equal(c.want, have) {
			t.Errorf("%s: want %q, have %q", c.note, c.want, have)
		}
	}
}

// packageRemediation is a remedy in the metadata of a package.
var packageRemediation = regexp.MustCompile(`(?ms)\A# METADATA\n# scope: package\n(#[^\n]*\n)*?#   remediation:`)

// TestGroundsSayWhatTheyRestOn checks that each ground names the words of the
// law on which it rests and, where it can be breached, what ends it: one remedy
// for all grounds would tell a provider to repair what is not broken.
func TestGroundsSayWhatTheyRestOn(t *testing.T) {
	t.Parallel()
	for _, o := range load(t).Obligations() {
		content, err := fs.ReadFile(policies.FS(), strings.TrimPrefix(o.File(), "policies/"))
		if err != nil {
			t.Fatal(err)
		}
		shared := packageRemediation.Match(content)
		if shared {
			t.Errorf("%s: the remediation stands in the metadata of the package, and belongs to each finding", o.ID)
		}
		for _, ground := range o.Findings {
			if len(ground.Words) == 0 {
				t.Errorf("%s: the finding %q has no words", o.ID, ground.Code)
			}
			if o.Kind.Breachable() && !shared && ground.Remediation == "" {
				t.Errorf("%s: the finding %q has no remediation", o.ID, ground.Code)
			}
		}
	}
}
