package law

import "sync"

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

// TextsRead returns what policies/texts.yaml says.
var TextsRead = sync.OnceValue(func() Texts { return read[Texts]("texts.yaml") })
