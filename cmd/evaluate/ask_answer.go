package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
)

// answer writes an answer with its source.
func (s *interview) answer(ctx context.Context, fact ask.Fact, text string) error {
	text, source, day, err := s.parts(fact, text)
	if err != nil {
		return err
	}
	value, err := fact.Parse(text)
	if err != nil {
		return err
	}
	entries := []factfile.Entry{{Pointer: fact.Pointer, Value: value, Comment: s.comment(fact.Pointer, fact)}}
	return s.write(ctx, fact.Pointer, append(entries, s.origin(fact.Pointer, source, day)...))
}

// comment is what stands above a fact that is new to the file: its question, where the
// file has such comments.
func (s *interview) comment(pointer string, fact ask.Fact) []string {
	if s.file.Has(pointer) || !strings.Contains(string(s.file.Content()), "# true or false; ") {
		return nil
	}
	return fact.Comment()
}

// parts splits an answer from its source and day.
func (s *interview) parts(fact ask.Fact, text string) (answer, source, day string, err error) {
	source, day = s.source, s.sourceDate
	if fact.Kind != report.Text {
		parts := strings.Split(text, ";")
		text = strings.TrimSpace(parts[0])
		for _, part := range parts[1:] {
			switch part = strings.TrimSpace(part); {
			case part == "":
			case part[0] >= '0' && part[0] <= '9':
				day = part
			default:
				source = part
			}
		}
	}
	if day != "" {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return "", "", "", fmt.Errorf("the day of the source is %q; expected year, month and day, such as 2026-11-03", day)
		}
	}
	return text, source, day, nil
}

// origin are the entries that say where an answer comes from; none if nobody says.
func (s *interview) origin(pointer, source, day string) []factfile.Entry {
	if source == "" {
		return nil
	}
	id, known := s.sourceID(source, day)
	var entries []factfile.Entry
	if !known {
		about := map[string]any{"title": source}
		if day != "" {
			about["accessed_on"] = day
		}
		entries = append(entries, factfile.Entry{Pointer: document.Path{"sources", id}.Pointer(), Value: about})
	}
	var claim any = []any{id}
	if s.status != "" {
		claim = map[string]any{"sources": []any{id}, "status": s.status}
	}
	return append(entries, factfile.Entry{Pointer: document.Path{"provenance", pointer}.Pointer(), Value: claim})
}

// sourceID finds the source with a title and a day, or makes an id for a new one.
func (s *interview) sourceID(title, day string) (id string, known bool) {
	id = strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
	const longest = 40
	id = strings.Trim(id[:min(len(id), longest)], "-")
	if id == "" {
		id = "source"
	}
	base := id
	for n := 2; ; n++ {
		given, taken := s.file.Given(document.Path{"sources", id}.Pointer())
		if !taken {
			return id, false
		}
		about, _ := given.(map[string]any)
		read, _ := about["accessed_on"].(string)
		if about["title"] == title && read == day {
			return id, true
		}
		id = fmt.Sprintf("%s-%d", base, n)
	}
}

// notApplicable writes the fact that says that what is asked about does not concern
// the service or, where no fact says so, null with a note: never a value of the fact.
func (s *interview) notApplicable(ctx context.Context, step ask.Step) error {
	gate, value, found := s.catalogue.NotApplicable(s.report, step.Pointer)
	if found && gate.Pointer != step.Pointer {
		s.say("  Written: %s is %s.", gate.Path, shownAnswer(value))
		return s.write(ctx, gate.Pointer, append([]factfile.Entry{{Pointer: gate.Pointer, Value: value, Comment: s.comment(gate.Pointer, gate)}}, s.origin(gate.Pointer, s.source, s.sourceDate)...))
	}
	s.say("  No other fact says so; the fact stays open, with a note.")
	entry := factfile.Entry{Pointer: step.Pointer, Note: "said not to apply"}
	s.skipped[step.Pointer] = true
	return s.write(ctx, step.Pointer, []factfile.Entry{entry})
}

// write changes the file, judges it, and shows what has fallen into place. Where the
// facts would not be valid nothing is written.
func (s *interview) write(ctx context.Context, pointer string, entries []factfile.Entry) error {
	changed, err := s.file.Set(entries...)
	if err != nil {
		return err
	}
	judged, err := judgedFile(ctx, s.engine, changed)
	if err != nil {
		return fmt.Errorf("nothing was written: %w", err)
	}
	if err := replace(s.path, changed.Content()); err != nil {
		return err
	}
	s.past = append(s.past, moment{pointer, s.file, s.report, false})
	before := s.report
	s.file, s.report = changed, judged
	s.fell(ask.Fell(before, judged))
	return nil
}

// fell shows verdicts that have fallen into place.
func (s *interview) fell(list []ask.Settled) {
	if len(list) == 0 {
		return
	}
	s.say("  Settled: %s.", settled(list))
	const few = 4
	shown := slices.DeleteFunc(slices.Clone(list), func(each ask.Settled) bool { return each.Verdict == report.NotApplicable })
	for i, each := range shown {
		if i == few {
			s.say("    and %d more", len(shown)-few)
			break
		}
		s.say("    %s: Art. %s, %s", each.Verdict, each.Article, each.Title)
	}
}
