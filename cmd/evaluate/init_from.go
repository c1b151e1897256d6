package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/records/transparency"
)

// published fills in what the files of --from say: files of facts, and what else is
// named, which together is one transparency report.
func (b *beginning) published(ctx context.Context, file *factfile.File, stderr io.Writer) (*factfile.File, error) {
	var paths []string
	for _, name := range b.from {
		if document.FormatOf(name) == 0 {
			paths = append(paths, name)
			continue
		}
		var err error
		if file, err = fromFacts(file, name); err != nil {
			return nil, err
		}
	}
	if len(paths) == 0 {
		return file, nil
	}
	schema, err := factsSchema()
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

// fromFacts takes over what a file of facts gives and the other does not, with the
// sources of it. The day of the assessment stays.
func fromFacts(file *factfile.File, name string) (*factfile.File, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	schema, err := factsSchema()
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
			_, given := file.Given(pointer)
			if given || section[fact] == nil || strings.HasPrefix(pointer, "/assessment/") {
				continue
			}
			if file, err = file.Set(factfile.Entry{Pointer: pointer, Value: section[fact]}); err != nil {
				return nil, err
			}
		}
	}
	return file, nil
}
