package explain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// maxTurns is how many ways to one verdict a terminal shows.
const maxTurns = 5

// turns lists what would turn the verdict. Of a fact that has been asked for only the
// name is said again.
func (t *text) turns() []string {
	var lines []string
	asked := map[string]bool{}
	shown, left := map[report.Verdict]int{}, 0
	fact := func(f report.ChangedFact) string {
		if asked[f.Pointer] {
			f.Question = ""
		}
		asked[f.Pointer] = true
		return words.ChangedFact(f)
	}
	for _, turn := range t.x.Changes {
		if shown[turn.Verdict]++; shown[turn.Verdict] > maxTurns && !t.All {
			left++
			continue
		}
		to := words.Verdict(turn.Verdict)
		if !t.x.Kind.Breachable() {
			to = words.State(turn.Verdict.State())
		}
		if len(turn.Facts) == 1 {
			lines = append(lines, hanging("  - ", to+": "+fact(turn.Facts[0]))...)
			continue
		}
		lines = append(lines, hanging("  - ", fmt.Sprintf("%s, by %d facts together:", to, len(turn.Facts)))...)
		for _, f := range turn.Facts {
			lines = append(lines, hanging("      - ", fact(f))...)
		}
	}
	switch {
	case len(lines) == 0 && slices.Equal(t.x.Reasons, []report.Reason{report.NotYet}):
		lines = append(lines, hanging("  ", "no fact but the day"+behind("; ", t.OtherDay))...)
	case len(lines) == 0:
		lines = append(lines, hanging("  ", "no change of a few facts that was tried turns the verdict")...)
	case left > 0:
		lines = append(lines, hanging("  ", fmt.Sprintf("and %d more ways", left)+behind("; ", t.ShowAll))...)
	case t.x.SearchEnded:
		lines = append(lines, hanging("  ", "there may be more: the search ends after so many")...)
	}
	return lines
}

// hanging wraps a line behind a mark.
func hanging(before, line string) []string {
	width := len(before)
	lines := wrap(line, maxWidth-width)
	for i := range lines {
		if i > 0 {
			before = strings.Repeat(" ", width+2)
		}
		lines[i] = before + lines[i]
	}
	return lines
}
