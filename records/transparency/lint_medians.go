package transparency

// counted says of what a median is one.
var counted = map[string]string{
	"orders_act_inform": "orders_act", "orders_act_effect": "orders_act", "orders_info_inform": "orders_info", "orders_info_effect": "orders_info",
	"median": "notices", "median_tf": "notices_tf",
}

func (l *linter) medians(b *block) {
	for _, e := range b.entries {
		if n := b.at(counted[e.Measure], e.Category, e.Keyword, e.Scope); n != nil && e.Kind == Hours {
			l.median(e, n, e.Category == total && e.Scope == total)
		}
	}
}

// median looks at a median beside the number of what it is the median of.
func (l *linter) median(e, n *Entry, asked bool) {
	switch {
	case n.Value.Sign() > 0:
		if asked {
			l.looked["median-missing"]++
			if e.State == Blank {
				l.find("median-missing", askedIn(e), e.Ref, "%s is blank, and %s is %s", name(e), name(n), decimal(n.Value))
			}
		}
		if e.State == Known && n.Value.Cmp(hundred) >= 0 {
			l.check("median-zero", e.Value.Sign() == 0, e.Ref, "%s is 0 hours, and %s is %s; was it measured?", name(e), name(n), decimal(n.Value))
		}
	case e.State == Known:
		l.check("median-of-nothing", e.Value.Sign() > 0, e.Ref, "%s is %s hours, and there is nothing that it could be the median of", name(e), decimal(e.Value))
	}
}

// askedIn returns the provision that asks for a median.
func askedIn(e *Entry) string {
	switch {
	case e.Part == partOrders:
		return "Art. 15(1)(a)"
	case e.Part == partNotices:
		return "Art. 15(1)(b)"
	case e.Measure == "disputes":
		return "Art. 24(1)(a)"
	}
	return "Art. 15(1)(d)"
}
