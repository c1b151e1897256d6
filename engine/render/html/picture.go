package html

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// picture is the picture of a range: turnover to the right and fines
// upwards, both on a scale of logarithms, the published decisions as dots, this
// service as a bar below its cap. A table says the same in words.
type picture struct {
	Label   string // for who cannot see it
	Caption string
	// The frame.
	Width, Height            int
	Left, Right, Top, Bottom float64
	XTicks, YTicks           []tick
	Dots                     []dot
	// This service: where it stands, and the heights of its figures.
	X, Low, Central, High, Cap float64
	TickFrom, TickTo           float64
	// The words beside it begin or end at WordsX, as Anchor says.
	Anchor string
	WordsX float64
}

type tick struct {
	At    float64
	Label string
}

// dot is a decision. Where the turnover is not public it is a line from the
// smallest to the largest.
type dot struct {
	X, Y, From, To float64
	Spread         bool
	Number         int // of the nearest; 0 for others
	// Label has the number, or those of all nearest decisions at the same place.
	Label string
	Title string
}

const (
	pictureWidth, pictureHeight = 720, 380
	pictureLeft, pictureRight   = 74, 700
	pictureTop, pictureBottom   = 18, 330
	barWidth                    = 14
)

// pictureOf draws a range; nil for a model that names no decisions, or amounts
// that cannot be drawn.
func pictureOf(m report.Indicative, limit, currency string) *picture {
	r := m.Reference
	if r == nil {
		return nil
	}
	number := func(text string) float64 {
		f, _ := amountOf(text).Float64()
		return f
	}
	turnover, low, central, high, capped := number(r.Turnover), number(m.Low), number(m.Central), number(m.High), number(limit)
	if turnover <= 0 || low <= 0 || central <= 0 || high <= 0 || capped <= 0 {
		return nil
	}
	minX, maxX, minY, maxY := turnover, turnover, low, capped
	for _, d := range r.Others {
		from, to, fined := number(d.TurnoverLow), number(d.TurnoverHigh), number(d.Fine)
		if from <= 0 || to <= 0 || fined <= 0 {
			return nil
		}
		minX, maxX, minY, maxY = min(minX, from), max(maxX, to), min(minY, fined), max(maxY, fined)
	}
	x := logScale{minX / 1.4, maxX * 1.4, pictureLeft, pictureRight}
	y := logScale{minY / 1.4, maxY * 1.4, pictureBottom, pictureTop}
	c := &picture{
		Width: pictureWidth, Height: pictureHeight, Left: pictureLeft, Right: pictureRight, Top: pictureTop, Bottom: pictureBottom,
		XTicks: x.ticks(), YTicks: y.ticks(), X: x.at(turnover), Low: y.at(low), Central: y.at(central), High: y.at(high), Cap: y.at(capped),
		Anchor: "start",
		Caption: fmt.Sprintf("Both scales are logarithmic. Of this service, the bar reaches from the low to the high figure, the mark is the central one, and the line above is the cap. Dots are the %d published decisions; those with a number stand in the table below.",
			len(r.Others)),
	}
	const tick = 16
	c.TickFrom, c.TickTo, c.WordsX = c.X-tick, c.X+tick, c.X+tick+6
	if c.X > (pictureLeft+pictureRight)/2 {
		c.Anchor, c.WordsX = "end", c.X-tick-6
	}
	for _, d := range r.Others {
		c.Dots = append(c.Dots, dotOf(d, r.Nearest, x, y, number))
	}
	label(c.Dots)
	c.Label = fmt.Sprintf("Fines against turnover, both on logarithmic scales. This service, with a turnover of EUR %s: %s %s %s and %s, central %s, cap %s. %s published decisions are dots; the table below names the nearest.",
		words.Millions(r.Turnover), r.Words, currency, words.Millions(m.Low), words.Millions(m.High), words.Millions(m.Central), words.Millions(limit), strconv.Itoa(len(r.Others)))
	return c
}

func dotOf(d report.Decision, nearest []report.Nearest, x, y logScale, number func(string) float64) dot {
	from, to := number(d.TurnoverLow), number(d.TurnoverHigh)
	dot := dot{
		X: x.at(math.Sqrt(from * to)), Y: y.at(number(d.Fine)), From: x.at(from), To: x.at(to), Spread: from != to,
		Title: fmt.Sprintf("%s, %s: EUR %s", d.Case, d.Date, words.Millions(d.Fine)),
	}
	for i, n := range nearest {
		if n.Case == d.Case && n.Date == d.Date {
			dot.Number = i + 1
		}
	}
	return dot
}

// label writes the numbers of the nearest decisions. Dots that nearly cover each
// other share one label.
func label(dots []dot) {
	const near = 18
	for number := 1; ; number++ {
		i := slices.IndexFunc(dots, func(d dot) bool { return d.Number == number })
		if i < 0 {
			return
		}
		at := slices.IndexFunc(dots, func(d dot) bool {
			return d.Label != "" && math.Abs(d.X-dots[i].X) < near && math.Abs(d.Y-dots[i].Y) < near
		})
		if at < 0 {
			dots[i].Label = strconv.Itoa(number)
		} else {
			dots[at].Label += ", " + strconv.Itoa(number)
		}
	}
}

// logScale maps amounts to places.
type logScale struct{ from, to, start, end float64 }

func (s logScale) at(amount float64) float64 {
	share := math.Log(amount/s.from) / math.Log(s.to/s.from)
	return math.Round(10*(s.start+share*(s.end-s.start))) / 10
}

// ticks are the powers of ten within the scale.
func (s logScale) ticks() []tick {
	var list []tick
	for power := math.Ceil(math.Log10(s.from)); power <= math.Floor(math.Log10(s.to)); power++ {
		amount := math.Pow(10, power)
		label := strconv.FormatFloat(amount/1e6, 'f', -1, 64) + " m"
		if amount >= 1e9 {
			label = strconv.FormatFloat(amount/1e9, 'f', -1, 64) + " bn"
		}
		list = append(list, tick{s.at(amount), label})
	}
	return list
}
