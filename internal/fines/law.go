package fines

import (
	"strings"
	"sync"

	"github.com/dsaeval/dsaeval/policies/law"
)

// legal holds the figures and provisions of Arts 52, 74, 76 and 77.
type legal struct {
	fine, information, daily limit
	// limitation and limitationAtMost are in months.
	limitation, limitationAtMost int
}

// limit is a share that the law allows at most.
type limit struct {
	percent int64
	// national and union are the provisions for the authority of a Member State
	// and for the Commission, as art52.3.
	national, union string
	words           string
}

// lawful are those of the policies that are built in: a user can neither override
// a figure of the law nor a cap.
var lawful = sync.OnceValue(func() legal {
	share := func(name string) limit {
		figure := law.Named(name)
		national, union, _ := strings.Cut(figure.Article, "; ")
		return limit{
			percent: int64(figure.Whole()), national: provision(national), union: provision(union), words: figure.Term,
		}
	}
	return legal{
		fine: share("fine_cap_percent"), information: share("information_fine_cap_percent"), daily: share("daily_payment_cap_percent"),
		limitation: law.Named("limitation_months").Whole(), limitationAtMost: law.Named("fine_limitation_extended_months").Whole(),
	}
})

// provision writes 74(1) as art74.1, as reports name it.
func provision(article string) string {
	return "art" + strings.TrimSuffix(strings.ReplaceAll(strings.ReplaceAll(article, "(", "."), ")", ""), ".")
}

// by is the provision for whoever imposes the fine. A designated service faces
// the Commission, others the law of a Member State under Art. 52; where the
// designation is not known, either.
func (l limit) by(designated string) string {
	switch designated {
	case "vlop", "vlose":
		return l.union
	case "none":
		return l.national
	}
	return l.national + "_or_" + l.union
}

// of is the limit for a percentage that the law names.
func (l legal) of(percent int64) limit {
	if percent == l.information.percent {
		return l.information
	}
	return l.fine
}
