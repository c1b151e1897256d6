// Package answer makes of an answer to a question what is written into a file of facts:
// the value, below its question where the file has such comments, and where it comes from.
package answer

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
)

// Source says where an answer comes from. The zero Source says nothing.
type Source struct {
	Title  string
	Day    string // on which it was read or asked, YYYY-MM-DD; empty if not said
	Status report.Status
}

var (
	// ErrUnsourced says that an answer has a day or a status, and no source that they
	// are those of. Returned by [Entries].
	ErrUnsourced = errors.New("the day and the status are those of a source, and none is named")
	// ErrDay says that the day of a source is none, or out of reach. Returned by [Entries].
	ErrDay = errors.New("the day of the source")
	// ErrOldSource says that another answer would stand with the source of the one
	// before. Returned by [Entries].
	ErrOldSource = errors.New("the answer in the file has a source; name that of the new one")
)

// Entries are what an answer writes into a file. A value that is nil says that nobody
// knows.
func Entries(file *factfile.File, fact ask.Fact, value any, from Source) ([]factfile.Entry, error) {
	if from.Title == "" && (from.Day != "" || from.Status != "" && from.Status != report.Unstated) {
		return nil, ErrUnsourced
	}
	if err := document.CheckDay(from.Day); from.Day != "" && err != nil {
		return nil, fmt.Errorf("%w: %w; expected year, month and day, such as 2026-11-03", ErrDay, err)
	}
	old, given := file.Given(fact.Pointer)
	if _, sourced := file.Given(provenance(fact.Pointer)); sourced && from.Title == "" && given && value != nil && !reflect.DeepEqual(old, value) {
		return nil, ErrOldSource
	}
	entries := []factfile.Entry{{Pointer: fact.Pointer, Value: value, Comment: Comment(file, fact)}}
	if from != (Source{}) && from == SourceOf(file, fact.Pointer) {
		return entries, nil // the entry may name further sources
	}
	return append(entries, Origin(file, fact.Pointer, from)...), nil
}

// Comment is what stands above a fact that is new to the file: its question, where the
// file has such comments.
func Comment(file *factfile.File, fact ask.Fact) []string {
	if file.Has(fact.Pointer) || !strings.Contains(string(file.Content()), "# true or false; ") {
		return nil
	}
	return fact.Comment()
}

// Origin are the entries that say where an answer comes from; none if nobody says.
func Origin(file *factfile.File, pointer string, from Source) []factfile.Entry {
	if from.Title == "" {
		return nil
	}
	id, known := sourceID(file, from)
	var entries []factfile.Entry
	if !known {
		about := map[string]any{"title": from.Title}
		if from.Day != "" {
			about["accessed_on"] = from.Day
		}
		entries = append(entries, factfile.Entry{Pointer: document.Path{"sources", id}.Pointer(), Value: about})
	}
	var claim any = []any{id}
	if from.Status != "" {
		claim = map[string]any{"sources": []any{id}, "status": string(from.Status)}
	}
	return append(entries, factfile.Entry{Pointer: provenance(pointer), Value: claim})
}

// SourceOf is what a file says of the source of a fact itself; of several the first.
func SourceOf(file *factfile.File, pointer string) Source {
	claim, _ := file.Given(provenance(pointer))
	var from Source
	if object, ok := claim.(map[string]any); ok {
		status, _ := object["status"].(string)
		from.Status, claim = report.Status(status), object["sources"]
	}
	ids, _ := claim.([]any)
	if len(ids) == 0 {
		return from
	}
	id, _ := ids[0].(string)
	given, _ := file.Given(document.Path{"sources", id}.Pointer())
	about, _ := given.(map[string]any)
	from.Title, _ = about["title"].(string)
	from.Day, _ = about["accessed_on"].(string)
	return from
}

func provenance(pointer string) string { return document.Path{"provenance", pointer}.Pointer() }

// sourceID finds the source with a title and a day, or makes an id for a new one.
func sourceID(file *factfile.File, from Source) (id string, known bool) {
	id = strings.Join(strings.FieldsFunc(strings.ToLower(from.Title), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
	const longest = 40
	id = strings.Trim(id[:min(len(id), longest)], "-")
	if id == "" {
		id = "source"
	}
	base := id
	for n := 2; ; n++ {
		given, taken := file.Given(document.Path{"sources", id}.Pointer())
		if !taken {
			return id, false
		}
		about, _ := given.(map[string]any)
		read, _ := about["accessed_on"].(string)
		if about["title"] == from.Title && read == from.Day {
			return id, true
		}
		id = fmt.Sprintf("%s-%d", base, n)
	}
}

// Blank writes facts as null, each below what it is about. What the file has already
// stays, be it as null.
func Blank(file *factfile.File, remaining []ask.Section) (*factfile.File, error) {
	for _, s := range remaining {
		var entries []factfile.Entry
		for _, fact := range s.Facts {
			if !file.Has(fact.Pointer) {
				entries = append(entries, factfile.Entry{Pointer: fact.Pointer, Comment: fact.Comment()})
			}
		}
		var err error
		if file, err = file.Add(s.Name, entries); err != nil {
			return nil, err
		}
	}
	return file, nil
}
