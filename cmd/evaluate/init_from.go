package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/records/transparency"
)

// published fills in what the files of --from say: files of facts, and what else is
// named, which together is one transparency report.
func (b *beginning) published(ctx context.Context, file *factfile.File, stderr io.Writer) (*factfile.File, error) {
	var paths []string
	taken := takenFacts{of: map[string]string{}}
	for _, name := range b.from {
		if document.FormatOf(name) == 0 {
			paths = append(paths, name)
			continue
		}
		var err error
		if file, err = taken.from(file, name); err != nil {
			return nil, err
		}
	}
	for _, note := range taken.answered {
		fmt.Fprintln(harmless{stderr}, note)
	}
	if err := taken.clash(); err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return file, nil
	}
	schema, err := facts.Builtin()
	if err != nil {
		return nil, err
	}
	record, err := transparency.Open(ctx, paths...)
	if err != nil {
		return nil, err
	}
	content, notes, err := record.Merge(schema, transparency.FactOptions{}, file.Name(), file.Content())
	for _, n := range transparency.Folded(append(record.Notes, notes...)) {
		if !n.Decision {
			fmt.Fprintln(harmless{stderr}, n)
		}
	}
	if err != nil {
		return nil, err
	}
	return factfile.Open(file.Name(), content)
}

// takenFacts is what was taken over from files of facts.
type takenFacts struct {
	of map[string]string // where it stood, by pointer
	// answered are the facts of a file that an answer, which stays, contradicts.
	answered []string
	clashes  []string // facts of which two files say different things
}

// from takes over what a file of facts gives and the other does not, with the
// sources of it. The day of the assessment stays.
func (t *takenFacts) from(file *factfile.File, name string) (*factfile.File, error) {
	content, err := readDocument(name)
	if err != nil {
		return nil, err
	}
	schema, err := facts.Builtin()
	if err != nil {
		return nil, err
	}
	if _, err := schema.Load(name, content); err != nil {
		return nil, err
	}
	root, err := document.One(name, content)
	if err != nil {
		return nil, err
	}
	sections, _ := root.Value().(map[string]any)
	for _, member := range root.Members {
		section, _ := sections[member.Key].(map[string]any)
		for _, fact := range slices.Sorted(maps.Keys(section)) {
			pointer := document.Path{member.Key, fact}.Pointer()
			before, given := file.Given(pointer)
			if section[fact] == nil || strings.HasPrefix(pointer, "/assessment/") {
				continue
			}
			place := member.Value.Child(fact).Position.String()
			if given {
				t.differ(pointer, place, before, section[fact])
				continue
			}
			t.of[pointer] = place
			if file, err = file.Set(factfile.Entry{Pointer: pointer, Value: section[fact]}); err != nil {
				return nil, err
			}
		}
	}
	return file, nil
}

// differ notes that a file says something else than what stands already.
func (t *takenFacts) differ(pointer, place string, before, now any) {
	if reflect.DeepEqual(before, now) {
		return
	}
	first, fromFile := t.of[pointer]
	if !fromFile {
		t.answered = append(t.answered, fmt.Sprintf("%s: note: %s is %s there; %s, as it was answered, stays", place, words.Fact(pointer), words.Literal(now), words.Literal(before)))
		return
	}
	t.clashes = append(t.clashes, fmt.Sprintf("  %s\n    %s: %s\n    %s: %s", words.Fact(pointer), first, words.Literal(before), place, words.Literal(now)))
}

// clash is the error that files contradict each other; nil if they do not.
func (t *takenFacts) clash() error {
	if len(t.clashes) == 0 {
		return nil
	}
	said := writing.Count(len(t.clashes), "fact differs", "facts differ")
	return document.Hinted(fmt.Errorf("%s between the files:\n%s", said, strings.Join(t.clashes, "\n")), "correct one of them, or leave it out")
}
