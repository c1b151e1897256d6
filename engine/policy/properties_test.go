package policy

import (
	"flag"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

var rounds = flag.Int("rounds", 1, "random fact files per obligation; more of them find rarer cases")

// completions is how many ways of filling in the unknown facts are tried before
// an undetermined verdict counts as cautious.
const completions = 2000

// cautious lists the obligations whose undetermined verdict may hide that all
// completions agree, each with the reason.
var cautious = map[string]string{
	"dsa.art9.1":  threeCounts,
	"dsa.art9.5":  threeCounts,
	"dsa.art10.1": threeCounts,
	"dsa.art10.5": threeCounts,
	"dsa.art16.4": threeCounts,
	"dsa.art16.5": threeCounts,
	"dsa.art18.1": threeCounts,
	"dsa.art21.2": threeCounts,
}

const threeCounts = "which sums of counts that nobody gave are possible is not reckoned, only between which numbers each lies"

// TestMissingFacts checks, with random facts over all obligations and on the
// whole verdict, scope and findings combined:
//
//   - a verdict that is determined stays the same whatever the missing facts
//     turn out to be, so that withholding a fact never flips a verdict;
//   - an undetermined verdict has two completions that disagree, and of which
//     neither contradicts itself, the order of days and empty samples aside.
func TestMissingFacts(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		*rounds = 1
	}
	set := builtIn(t)
	b, err := set.preparedFor("2025-06-02")
	require.NoError(t, err)
	for i, o := range set.Obligations() {
		if testing.Short() && i%5 != 0 || !*all && i%2 != 0 {
			continue // under the race detector a tenth of them is enough
		}
		t.Run(o.ID, func(t *testing.T) {
			t.Parallel()
			r := newRandom(set, o, uint64(i))
			stand := func(w knowledge) standing {
				j := &judging{set: set, detail: report.DetailVerdicts, prepared: b, asked: set.asked()}
				j.answerBy(w.Known(), func() (fallback, error) { return opaDocument(b, w), nil })
				defer j.close()
				s, err := j.standing(t.Context(), o)
				require.NoError(t, err)
				return s
			}
			verdict := func(w knowledge) report.Verdict { return stand(w).verdict() }
			for range *rounds {
				full := r.full()
				partial := r.hide(full)
				dateTerm, err := full.Input.Find(assessmentDate[1:])
				require.NoError(t, err)
				date := string(dateTerm.(ast.String))

				truth, got := verdict(full), verdict(partial)
				require.NotEqual(t, report.Undetermined, truth, "all facts are known: %v", full.Input)
				if got != report.Undetermined {
					require.Equal(t, truth, got, "the facts %v\nwithout %v", full.Input, partial.Unknowns)
					for range 5 {
						completed, valid := r.complete(partial, date)
						if !valid {
							continue
						}
						require.Equal(t, got, verdict(completed), "%v\ncompleted to %v", partial.Input, completed.Input)
					}
					continue
				}
				if cautious[o.ID] != "" {
					continue // said above why no disagreement need be found
				}
				if disagree(r, partial, date, truth, stand) {
					continue
				}
				r.lenient = true
				found := disagree(r, partial, date, truth, stand)
				r.lenient = false
				if !found {
					t.Errorf("undetermined, but %d completions are all %s:\n%v\nwithout %v", completions, truth, partial.Input, partial.Unknowns)
				}
			}
		})
	}
}

func (s standing) verdict() report.Verdict {
	verdict, _ := combine(s.applies, s.breached.answer)
	return verdict
}

// disagree looks for a completion with another verdict. What has to change is
// often several things at once, all the grounds of a breach or all the reasons
// why an obligation does not apply. So each completion is changed fact by fact,
// and a change stays if it leaves no more of them.
func disagree(r *random, partial knowledge, date string, truth report.Verdict, stand func(knowledge) standing) bool {
	const steps = 40
	for range completions / steps {
		completed, valid := r.complete(partial, date)
		if !valid {
			continue
		}
		s := stand(completed)
		for range steps {
			if s.verdict() != truth {
				return true
			}
			changed, valid := r.change(completed, partial, date)
			if !valid {
				continue
			}
			if next := stand(changed); next.verdict() != truth || next.obstacles() <= s.obstacles() {
				completed, s = changed, next
			}
		}
	}
	return false
}

func (s standing) obstacles() int {
	if s.applies == no {
		return len(s.reasons)
	}
	return len(s.breached.findings)
}
