// Package law reads the figures of the law for what counts with them outside the
// policies: caps, periods of limitation, and the checks of public records.
package law

import (
	"fmt"
	"io/fs"
	"math/big"
	"strconv"
	"sync"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/policies"
)

// Figure is a number or a date that the law gives.
type Figure struct {
	Name string `yaml:"name"`
	// Article and Term are the provision and its words, of figures that say them.
	Article string `yaml:"article"`
	Term    string `yaml:"term"`
	Unit    string `yaml:"unit"`
	// Source is where the figure stands, more closely than Article.
	Source string `yaml:"source"`
	// Values are in the order of their days.
	Values []struct {
		Since string `yaml:"since"`
		Value any    `yaml:"value"`
	} `yaml:"values"`
}

// figures are those that are built in: a user can override none.
var figures = sync.OnceValues(func() (map[string]Figure, error) {
	names, err := fs.Glob(policies.FS(), "law/*.yaml")
	if err != nil {
		return nil, err
	}
	all := map[string]Figure{}
	for _, name := range names {
		content, err := fs.ReadFile(policies.FS(), name)
		if err != nil {
			return nil, err
		}
		root, err := document.One(name, content)
		if err != nil {
			return nil, err
		}
		var list []Figure
		if err := document.Into(root, &list).Err(); err != nil {
			return nil, err
		}
		for _, f := range list {
			all[f.Name] = f
		}
	}
	return all, nil
})

// Named returns a figure. It panics if there is none of that name or it has no
// value: the figures are part of the program.
func Named(name string) Figure {
	all, err := figures()
	if err != nil {
		panic(err)
	}
	f, ok := all[name]
	if !ok || len(f.Values) == 0 {
		panic("policies/law has no figure " + name)
	}
	return f
}

// Text returns the value as it is written. The figures that are read here have
// one each; an amendment would add later ones, of which the last is meant.
func (f Figure) Text() string { return fmt.Sprint(f.Values[len(f.Values)-1].Value) }

// Whole returns the value of a figure that is a whole number.
func (f Figure) Whole() int {
	n, err := strconv.Atoi(f.Text())
	if err != nil {
		panic(fmt.Sprintf("policies/law: %s: %v", f.Name, err))
	}
	return n
}

// Exact returns the value of a figure that is a whole number as a fraction.
func (f Figure) Exact() *big.Rat { return big.NewRat(int64(f.Whole()), 1) }
