package law

import (
	"io/fs"
	"sync"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/policies"
)

// Texts are the texts of law that the policies were written from.
type Texts struct {
	// FollowedUntil is the day, YYYY-MM-DD, up to which amendments and new acts
	// were looked for.
	FollowedUntil string `yaml:"followed_until"`
	Texts         []Text `yaml:"texts"`
}

// Text is one act, in the version that was read.
type Text struct {
	Act  string `yaml:"act"`
	Read string `yaml:"read"`
	URL  string `yaml:"url"`
}

// TextsRead returns what policies/texts.yaml says. It panics where the file is
// wrong, which is part of the program.
var TextsRead = sync.OnceValue(func() Texts {
	const name = "texts.yaml"
	content, err := fs.ReadFile(policies.FS(), name)
	if err != nil {
		panic(err)
	}
	var t Texts
	if err := document.Unmarshal("policies/"+name, content, &t); err != nil {
		panic(err)
	}
	return t
})
