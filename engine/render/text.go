package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// writeText writes a report for people at a terminal: first the breaches with what
// shows them and what would end them, then the missing facts with what each
// would decide, then what would hold if more applied. The last line counts all
// four verdicts, so that silence is never read as approval.
func writeText(w io.Writer, reports []*report.Report) error {
	buffered := bufio.NewWriter(w)
	for i, r := range reports {
		if i > 0 {
			fmt.Fprintln(buffered)
		}
		t := &text{w: buffered, r: r}
		t.head()
		t.breaches("BREACH", breaches(r, false))
		t.breaches("BREACH, ENDED: came late and is there now", breaches(r, true))
		t.fine()
		t.undetermined()
		t.stressTest()
		t.speaksAgainst()
		t.setAside()
		t.context()
		t.totals()
	}
	return buffered.Flush()
}

type text struct {
	w *bufio.Writer
	r *report.Report
}

func (t *text) printf(format string, args ...any) { fmt.Fprintf(t.w, format, args...) }

func (t *text) head() {
	t.printf("%s, on %s\n", subject(t.r), t.r.AssessmentDate)
}

func (t *text) breaches(heading string, list []report.Obligation) {
	if len(list) == 0 {
		return
	}
	t.printf("\n%s\n", heading)
	for _, o := range list {
		t.printf("\n  Art. %s  %s  [%s]\n", o.Article, o.Title, o.ID)
		t.basis(o)
		for i, f := range o.Findings {
			t.finding(f)
			if w := o.WaiverOf(f); w != nil {
				t.printf("      waived: %s\n", writing.OneLine(words.Waiver(*w)))
			}
			if remedy := o.RemedyAfter(i); remedy != "" {
				t.printf("      what ends it: %s\n", remedy)
			}
		}
	}
}

// basis says what a breach rests on where that is more than law and observation.
func (t *text) basis(o report.Obligation) {
	var parts []string
	if o.Basis != report.Law {
		parts = append(parts, words.Breach(o))
	}
	if said := words.StandsOn(o); said != "" {
		parts = append(parts, said)
	}
	if len(parts) > 0 {
		t.printf("    %s\n", strings.Join(parts, "; "))
	}
}

func (t *text) finding(f report.Finding) {
	t.printf("    %s\n", words.Finding(f))
	t.evidence(f.Evidence)
	for _, line := range words.Grounds(f) {
		t.printf("      %s\n", line)
	}
}

func (t *text) evidence(list []report.Evidence) {
	for _, e := range list {
		t.printf("      %s  %s = %s", words.Place(t.r.File(), e), words.Fact(e.Pointer), words.Literal(e.Value))
		if origin := words.Origin(e); origin != "" {
			t.printf("  (%s)", origin)
		}
		t.printf("\n")
	}
}
