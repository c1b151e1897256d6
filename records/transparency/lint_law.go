package transparency

import (
	"math/big"
	"sync"

	"github.com/dsaeval/dsaeval/policies/law"
)

// legal is the figures of the law that the linter needs, from the files that the
// policies read too.
type legal struct {
	months          int
	firstPeriodEnd  string
	transitionStart string
	threshold       *big.Rat
}

var lawful = sync.OnceValue(func() legal {
	return legal{
		months:          law.Named("transparency_publication_months").Whole(),
		firstPeriodEnd:  law.Named("transparency_first_harmonised_period_end").Text(),
		transitionStart: law.Named("transparency_transition_starts_latest").Text(),
		threshold:       law.Named("amar_threshold").Exact(),
	}
})
