package rules

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/schemas"
)

var background = context.Background()

// Date is the assessment date of the documents. It is the same for all, because the
// peers read one set of figures.
const Date = "2025-06-02"

// Instagram is the document of the README.
const Instagram = "fixtures/cases/instagram-2023-06/facts.yaml"

// InstagramDate is the day on which the README judges it.
const InstagramDate = "2023-09-01"

// Schema compiles the schema of the facts.
func Schema() (*facts.Schema, error) {
	bundle, err := schemas.Facts()
	if err != nil {
		return nil, err
	}
	return facts.NewSchema(bundle)
}

// Load reads a document of the repository and sets its assessment date.
func Load(schema *facts.Schema, path, date string) (*facts.Facts, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	documents, err := schema.Load(path, content)
	if err != nil {
		return nil, err
	}
	return documents[0].WithAssessmentDate(report.Day(date))
}

// EverythingKnown is a designated service about which as many facts are given as
// the cases beside the obligations name without contradicting each other.
func EverythingKnown(suite *policytest.Suite) (*facts.Facts, error) {
	f, ok := suite.Service("vlop")
	if !ok {
		return nil, fmt.Errorf("no service of the cases is called vlop")
	}
	for _, o := range suite.Set().Obligations() {
		file, ok := suite.File(o)
		if !ok {
			continue
		}
		more := suite.Over(f, file.Compliant)
		if _, err := suite.Document(more); err == nil {
			f = more
		}
	}
	return suite.Document(f)
}

// NothingKnown is a document that holds only its date.
func NothingKnown(suite *policytest.Suite) (*facts.Facts, error) {
	return suite.Document(policytest.Facts{"assessment.date": Date})
}

// Documents makes valid documents: those of fixtures/cases and one about which
// everything is known in turn, each with about eight of its numbers and flags
// changed. The same seed gives the same documents. Each is handed to keep as JSON
// on one line.
func Documents(root string, schema *facts.Schema, suite *policytest.Suite, seed uint64, n int, keep func(i int, content []byte) error) error {
	bases, err := basesIn(root, schema, suite)
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(seed, 12))
	for i := range n {
		content, err := variation(random, schema, bases[i%len(bases)], i)
		if err != nil {
			return err
		}
		if err := keep(i, content); err != nil {
			return err
		}
	}
	return nil
}

// basesIn returns the documents of which the others are variations.
func basesIn(root string, schema *facts.Schema, suite *policytest.Suite) ([][]byte, error) {
	paths, err := filepath.Glob(filepath.Join(root, "fixtures/cases/*/facts.yaml"))
	if err != nil {
		return nil, err
	}
	known, err := EverythingKnown(suite)
	if err != nil {
		return nil, err
	}
	documents := []*facts.Facts{known}
	for _, path := range paths {
		f, err := Load(schema, path, Date)
		if err != nil {
			return nil, err
		}
		documents = append(documents, f)
	}
	var bases [][]byte
	for _, f := range documents {
		content, err := json.Marshal(f.Value())
		if err != nil {
			return nil, err
		}
		// What became known only later is not valid on the common day.
		if _, err := schema.Load(f.Name(), content); err == nil {
			bases = append(bases, content)
		}
	}
	return bases, nil
}

// variation changes a document until it is another valid one. Where a change
// contradicts the rest it is taken back.
func variation(random *rand.Rand, schema *facts.Schema, base []byte, i int) ([]byte, error) {
	var document map[string]any
	if err := json.Unmarshal(base, &document); err != nil {
		return nil, err
	}
	service, _ := document["service"].(map[string]any)
	if service == nil {
		return nil, fmt.Errorf("a document says nothing about its service: %.80s", base)
	}
	service["name"] = fmt.Sprintf("Service %d", i+1)
	leaves := leavesOf(document)
	for range min(8, len(leaves)) {
		undo := leaves[random.IntN(len(leaves))].change(random)
		content, err := json.Marshal(document)
		if err != nil {
			return nil, err
		}
		if _, err := schema.Load("a variation", content); err != nil {
			undo()
		}
	}
	content, err := json.Marshal(document)
	if err != nil {
		return nil, err
	}
	_, err = schema.Load("a variation", content)
	return content, err
}

// leaf is a number or a flag of a document.
type leaf struct {
	in   map[string]any
	name string
}

// leavesOf returns the numbers and flags of the sections, in the order of names.
func leavesOf(document map[string]any) []leaf {
	var leaves []leaf
	for _, section := range sorted(document) {
		members, _ := document[section].(map[string]any)
		for _, name := range sorted(members) {
			switch members[name].(type) {
			case bool, float64:
				leaves = append(leaves, leaf{members, name})
			}
		}
	}
	return leaves
}

// change gives the leaf another value and returns what takes that back.
func (l leaf) change(random *rand.Rand) (undo func()) {
	before := l.in[l.name]
	switch value := before.(type) {
	case bool:
		l.in[l.name] = !value
	case float64:
		l.in[l.name] = float64(random.Int64N(int64(value)*2 + 3))
	}
	return func() { l.in[l.name] = before }
}

func sorted(m map[string]any) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
