package facts

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Load decodes, checks and prepares documents: one, or in NDJSON one per line.
// The extension of the name tells the format, for "-" and other names the
// content does. The error is [Problems], with everything that is wrong.
func (s *Schema) Load(name string, content []byte) ([]*Facts, error) {
	if s == nil || s.root == nil {
		return nil, errNoSchema
	}
	documents, problems := document.Parse(name, content, document.FormatOf(name))
	all := make([]*Facts, 0, len(documents))
	for _, each := range documents {
		root, prepared, found := s.check(each.Root)
		each.Root, problems = root, append(problems, found...)
		if len(problems) == 0 {
			f := s.facts(name, each, prepared)
			f.content = each.Content
			all = append(all, f)
		}
		if len(problems) > document.MaxProblems {
			break
		}
	}
	if err := hintEmpty(problems).Sorted().Err(); err != nil {
		return nil, err
	}
	return all, nil
}

// Documents yields the documents of a reader one after the other, checked and prepared
// as by Load, so that a stream of NDJSON may be longer than memory: the limits are those
// of one document. A document that cannot be used has its [Problems] in its place, and
// the others go on; any other error is that of the reader and ends the sequence.
func (s *Schema) Documents(name string, r io.Reader) iter.Seq2[*Facts, error] {
	return func(yield func(*Facts, error) bool) {
		switch {
		case s == nil || s.root == nil:
			yield(nil, errNoSchema)
			return
		case r == nil:
			yield(nil, fmt.Errorf("%s: there is nothing to read from", name))
			return
		}
		for d, err := range document.Stream(name, r) {
			var problems Problems
			if err != nil && !errors.As(err, &problems) {
				yield(nil, err)
				return
			}
			f, err := s.one(name, d, problems)
			if !yield(f, err) {
				return
			}
		}
	}
}

// Line is Load for one line of NDJSON that was read elsewhere: the facts are those
// that Documents yields for the line of that number, counted from 1.
func (s *Schema) Line(name string, number int, line []byte) (*Facts, error) {
	if s == nil || s.root == nil {
		return nil, errNoSchema
	}
	d, err := document.Line(name, number, line)
	var problems Problems
	if err != nil && !errors.As(err, &problems) {
		return nil, err
	}
	return s.one(name, d, problems)
}

// one checks and prepares one document, of which some problems are known already.
func (s *Schema) one(name string, d document.Document, problems Problems) (*Facts, error) {
	var prepared *Node
	if d.Root != nil {
		var found Problems
		d.Root, prepared, found = s.check(d.Root)
		problems = append(slices.Clip(problems), found...)
	}
	if err := hintEmpty(problems).Sorted().Err(); err != nil {
		return nil, err
	}
	f := s.facts(name, d, prepared)
	f.content = d.Content
	return f, nil
}

// Read is Load for what a reader yields. It reads no more than one byte beyond
// [MaxSize], however long the input is.
func (s *Schema) Read(name string, r io.Reader) ([]*Facts, error) {
	if r == nil {
		return nil, fmt.Errorf("%s: there is nothing to read from", name)
	}
	if file, ok := r.(*os.File); ok {
		// Only where the size is known beforehand can the message name it.
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() && info.Size() > MaxSize {
			return nil, Problems{document.TooLarge(name, info.Size())}
		}
	}
	content, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(content) > MaxSize {
		return nil, Problems{document.TooLarge(name, 0)}
	}
	return s.Load(name, content)
}

// check returns a document with its codes as they are read, the same prepared for use, and
// what the schema and common sense have against it.
func (s *Schema) check(written *Node) (root, prepared *Node, problems Problems) {
	root, problems = s.codes(written)
	problems = append(problems, s.validate(root)...)
	if root.Kind != Object {
		return root, nil, hintList(root, problems)
	}
	c := contradictions{root: root}
	// What dates imply contradicts like what is written.
	stated := contradictions{root: prepare(root, s.root)}
	stated.walk(stated.root, s.root, nil)
	stated.categories(false)
	c.problems = stated.problems
	c.provenance(s)
	return root, stated.root, slices.Concat(problems, misread(root, s.root, nil), c.problems)
}

func (s *Schema) facts(name string, d document.Document, prepared *Node) *Facts {
	claims := claimsOf(d.Root)
	known, aside := usable(d.Root, prepared, s.relations, disqualifies(claims))
	return &Facts{
		name:   name,
		sha256: document.Digest(d.Content),
		schema: s,
		root:   d.Root,
		known:  known,
		aside:  aside,
		claims: claims,
	}
}

// Document decodes and checks one document that holds no facts, such as a file
// of waivers: YAML or JSON with a schema of its own. Its error is [Problems],
// with the place and, of unknown keys, the nearest name.
func (s *Schema) Document(name string, content []byte) (*Node, error) {
	if s == nil || s.root == nil {
		return nil, errNoSchema
	}
	documents, problems := document.Parse(name, content, document.FormatOf(name))
	for _, each := range documents {
		problems = append(problems, s.validate(each.Root)...)
	}
	if err := problems.Sorted().Err(); err != nil {
		return nil, err
	}
	if len(documents) != 1 {
		return nil, Problems{{Position: Position{File: name}, Message: "expected one document"}}
	}
	return documents[0].Root, nil
}
