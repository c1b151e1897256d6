package facts

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"
)

// Load decodes, checks and prepares documents: one, or in NDJSON one per line.
// The extension of the name tells the format, for "-" and other names the
// content does. The error is [Problems], with everything that is wrong.
func (s *Schema) Load(name string, content []byte) ([]*Facts, error) {
	documents, problems := decode(name, content, FormatOf(name))
	all := make([]*Facts, 0, len(documents))
	for _, document := range documents {
		root, twice := s.codes(document.root)
		document.root = root
		problems = slices.Concat(problems, twice, s.check(root))
		if len(problems) == 0 {
			all = append(all, s.facts(name, document))
		}
		if len(problems) > maxProblems {
			break
		}
	}
	if err := problems.sorted().err(); err != nil {
		return nil, err
	}
	return all, nil
}

// Read is Load for what a reader yields. It reads no more than one byte beyond
// [MaxSize], however long the input is.
func (s *Schema) Read(name string, r io.Reader) ([]*Facts, error) {
	if file, ok := r.(*os.File); ok {
		// Only where the size is known beforehand can the message name it.
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() && info.Size() > MaxSize {
			return nil, Problems{tooLarge(name, info.Size())}
		}
	}
	content, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(content) > MaxSize {
		return nil, Problems{tooLarge(name, 0)}
	}
	return s.Load(name, content)
}

// check returns what the schema and common sense have against a document.
func (s *Schema) check(root *Node) Problems {
	problems := s.validate(root)
	if root.Kind != Object {
		return problems
	}
	c := contradictions{root: root}
	// What dates imply contradicts like what is written.
	stated := contradictions{root: prepare(root, s.root)}
	stated.walk(stated.root, s.root, nil)
	stated.categories(false)
	c.problems = stated.problems
	c.provenance(s)
	return append(problems, c.problems...)
}

func (s *Schema) facts(name string, d document) *Facts {
	digest := sha256.Sum256(d.content)
	claims := claimsOf(d.root)
	known, aside := usable(d.root, s.relations, disqualifies(claims))
	return &Facts{
		name:   name,
		sha256: hex.EncodeToString(digest[:]),
		schema: s.root,
		known:  known,
		aside:  aside,
		claims: claims,
	}
}
