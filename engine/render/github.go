package render

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// GitHub writes workflow commands, which GitHub Actions shows at the lines of
// the fact file: a finding by the law is an error, one that also rests on a
// parameter or a reading a warning, a waived one and one that has ended a notice. All undetermined obligations of a
// report are one notice, as GitHub shows ten of a kind per step and no more.
func GitHub(w io.Writer, reports ...*engine.Report) error {
	buffered := bufio.NewWriter(w)
	for _, r := range reports {
		for _, o := range withVerdict(r, policy.Breach) {
			for _, f := range o.Findings {
				annotate(buffered, r, o, f)
			}
		}
		if open := withVerdict(r, policy.Undetermined); len(open) > 0 {
			command(buffered, "notice", factFile(r), engine.Evidence{},
				count(len(open), "obligation is", "obligations are")+" undetermined", undeterminedText(r, open))
		}
		if doubts := doubtsOf(r); len(doubts) > 0 {
			command(buffered, "warning", factFile(r), engine.Evidence{}, "The amounts at stake may be wrong", strings.Join(doubts, "\n"))
		}
		if sentence := stakeText(r); sentence != "" {
			fmt.Fprintf(buffered, "fine: %s\n", oneLine(sentence))
		}
		fmt.Fprintf(buffered, "%s\n", totals(r.Summary))
	}
	return buffered.Flush()
}

// maxOpen is how many undetermined obligations one notice names.
const maxOpen = 40

func undeterminedText(r *engine.Report, open []engine.ObligationReport) string {
	lines := []string{oneLine(subject(r)) + ", on " + r.AssessmentDate}
	for i, o := range open {
		if i == maxOpen {
			lines = append(lines, fmt.Sprintf("and %d more", len(open)-maxOpen))
			break
		}
		lines = append(lines, "Art. "+o.Article+" ["+o.ID+"] waits for "+
			joined(o.Missing, ", ", func(m engine.Missing) string { return dotted(m.Pointer) }))
	}
	return strings.Join(lines, "\n")
}

func annotate(w io.Writer, r *engine.Report, o engine.ObligationReport, f engine.Finding) {
	level, title := "error", "Art. "+o.Article+" "+o.Title
	if f.Basis != policy.Law {
		level = "warning"
	}
	if f.Ended() {
		level, title = "notice", "Ended: "+title
	}
	message := []string{findingText(f)}
	if w := o.WaiverOf(f); w != nil {
		level, title = "notice", "Waived: "+title
		message = append(message, "waived: "+waiverText(*w))
	}
	for _, e := range f.Evidence {
		message = append(message, evidenceText(factFile(r), e))
	}
	message = append(message, groundLines(f)...)
	if remedy := remedy(o, f); remedy != "" {
		message = append(message, "what ends it: "+remedy)
	}
	message = append(message, "["+o.ID+"]")
	var at engine.Evidence
	if len(f.Evidence) > 0 {
		at = f.Evidence[0]
	}
	command(w, level, factFile(r), at, title, strings.Join(message, "\n"))
}

// command writes ::level file=…,line=…,col=…,title=…::message. Line breaks in
// the message are kept, encoded; nothing in it can begin a command of its own.
func command(w io.Writer, level, file string, at engine.Evidence, title, message string) {
	properties := []string{"file=" + commandProperty(filepath.ToSlash(file))}
	if at.Line > 0 {
		properties = append(properties, fmt.Sprintf("line=%d", at.Line))
	}
	if at.Column > 0 {
		properties = append(properties, fmt.Sprintf("col=%d", at.Column))
	}
	properties = append(properties, "title="+commandProperty(title))
	lines := strings.Split(message, "\n")
	fmt.Fprintf(w, "::%s %s::%s\n", level, strings.Join(properties, ","), commandData(joined(lines, "\n", oneLine)))
}

func commandData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func commandProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(oneLine(s))
}
