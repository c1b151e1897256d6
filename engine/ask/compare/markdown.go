package compare

import (
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// WriteMarkdown writes a diff that fits a comment on a pull request: first whether
// anything got worse, a table of the services, and then what has changed. What does
// not fit is left out from the end, and a note says how much.
func WriteMarkdown(w io.Writer, d *Diff) error {
	if w == nil || d == nil {
		return errNothingToWrite
	}
	m := markdown{writing.NewBudget(writing.CommentLimit)}
	m.Head("# DSA evaluation: what has changed\n\n" + m.verdict(d) + "\n")
	m.table(d)
	for _, s := range d.Services {
		m.service(s, len(d.Services) > 1)
	}
	if len(d.Unpaired) > 0 {
		m.Head("\n### Incomparable: nothing on the other side\n\n")
		for _, u := range d.Unpaired {
			m.Add("services", func() string { return "- " + plain(u.said()) + "\n" })
		}
	}
	_, err := io.WriteString(w, m.String())
	return err
}

type markdown struct{ *writing.Budget }

func (m markdown) verdict(d *Diff) string {
	if !d.Worse {
		return "Nothing got worse."
	}
	return "**" + writing.Count(d.Summary.Worse, "obligation", "obligations") + " got worse.**"
}

func (m markdown) table(d *Diff) {
	m.Head("\n| Service | New | Resolved | Changed | Still open | Incomparable |\n|---|--:|--:|--:|--:|--:|\n")
	for _, s := range d.Services {
		m.Add("services", func() string {
			return fmt.Sprintf("| %s | %d | %d | %d | %d | %d |\n", plain(writing.Service(s.Service.Name, s.Service.Provider)),
				s.Summary.New, s.Summary.Resolved, s.Summary.Changed, s.Summary.StillOpen, s.Summary.Incomparable)
		})
	}
}

func (m markdown) service(s Service, heading bool) {
	if heading {
		m.Head("\n## " + plain(writing.Service(s.Service.Name, s.Service.Provider)) + "\n")
	}
	m.Head("\n- old: " + plain(s.Old.said()) + "\n- new: " + plain(s.New.said()) + "\n")
	if limit := s.limit(); limit != "" {
		m.Head("- " + plain(limit) + "\n")
	}
	for _, u := range s.Unlike {
		m.Add("differences", func() string { return "- not alike in " + plain(u.said()) + "\n" })
	}
	for _, h := range headings {
		list := s.listed(h.class)
		if len(list) == 0 {
			continue
		}
		m.Head("\n### " + writing.Capital(sentence(h.title)) + "\n\n")
		for _, o := range list {
			m.Add("obligations", func() string { return m.obligation(s, o) })
		}
	}
	if said := s.stillUndetermined(); said != "" {
		m.Head("\n### Still undetermined\n\n" + plain(said) + "\n")
	}
	if old, now := s.only(); old+now > 0 {
		m.Head(fmt.Sprintf("\nIncomparable: %d judged in the old report only, %d in the new only.\n", old, now))
	}
}

func (m markdown) obligation(s Service, o Obligation) string {
	text := fmt.Sprintf("- **%s** %s %s", plain(words.Cite(o.Article)), plain(o.Title), writing.MarkdownCode(o.ID))
	if o.Class != StillOpen {
		text += ": " + plain(o.turned())
	}
	if o.Worse {
		text += " **(worse)**"
	}
	text += "\n"
	for _, f := range o.Findings {
		text += "  - " + spaced(f.Class) + ": " + plain(f.said()) + "\n"
		for _, e := range f.Evidence {
			text += "    - " + writing.MarkdownCode(e.said())
			if at := e.place(s.New.File); at != "" {
				text += " at " + writing.MarkdownCode(at)
			}
			text += "\n"
		}
	}
	if len(o.Asked) > 0 {
		text += "  - waits now for " + writing.MarkdownCode(facts(o.Asked)) + "\n"
	}
	return text
}

func plain(s string) string { return writing.MarkdownText(writing.Clip(s, writing.MaxValue)) }
