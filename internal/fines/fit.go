package fines

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// fit is a line of least squares through decisions: ln(fine) = a + b ln(turnover),
// and further terms where they are tried. The same rows in the same order give
// the same bits.
type fit struct {
	coefficients []float64 // a, b, further terms
	inverse      mat.SymDense
	sigma        float64 // of the residuals
	freedom      float64
	n            int
}

// term is a column of the design: what it is for a decision, and whether the
// decision tells.
type term struct {
	name string
	of   func(published) (float64, bool)
}

// theTurnover is the term that the model has; the constant goes without saying.
var theTurnover = term{"turnover", func(d published) (float64, bool) { return d.x(), true }}

var errFewDecisions = errors.New("too few decisions for a fit")

// fitTo fits decisions. It needs two more than there are coefficients.
func fitTo(rows []published, terms ...term) (*fit, error) {
	k := len(terms) + 1
	f := &fit{n: len(rows), freedom: float64(len(rows) - k)}
	if f.freedom < 2 {
		return nil, fmt.Errorf("%w: %d", errFewDecisions, len(rows))
	}
	x, y := mat.NewDense(f.n, k, nil), mat.NewVecDense(f.n, nil)
	for i, d := range rows {
		x.SetRow(i, design(d, terms))
		y.SetVec(i, d.y())
	}
	var qr mat.QR
	qr.Factorize(x)
	var beta mat.VecDense
	if err := qr.SolveVecTo(&beta, false, y); err != nil {
		return nil, fmt.Errorf("the decisions do not tell the terms apart: %w", err)
	}
	f.coefficients = beta.RawVector().Data
	var residuals mat.VecDense
	residuals.MulVec(x, &beta)
	residuals.SubVec(y, &residuals)
	f.sigma = math.Sqrt(mat.Dot(&residuals, &residuals) / f.freedom)
	var gram mat.SymDense
	gram.SymOuterK(1, x.T())
	var factors mat.Cholesky
	if !factors.Factorize(&gram) {
		return nil, errors.New("the decisions do not tell the terms apart")
	}
	if err := factors.InverseTo(&f.inverse); err != nil {
		return nil, fmt.Errorf("the decisions do not tell the terms apart: %w", err)
	}
	return f, nil
}

// design is the row of a decision: 1 for the constant, then the terms.
func design(d published, terms []term) []float64 {
	row := []float64{1}
	for _, t := range terms {
		value, _ := t.of(d)
		row = append(row, value)
	}
	return row
}

// error is the standard error of a coefficient.
func (f *fit) error(i int) float64 { return f.sigma * math.Sqrt(f.inverse.At(i, i)) }

// at is the distribution of ln(fine) for a further decision: Student's t around
// the line, wider the further the decision lies from those fitted.
func (f *fit) at(row []float64) distuv.StudentsT {
	x := mat.NewVecDense(len(row), row)
	return distuv.StudentsT{
		Mu:    mat.Dot(x, mat.NewVecDense(len(f.coefficients), f.coefficients)),
		Sigma: f.sigma * math.Sqrt(1+mat.Inner(x, &f.inverse, x)),
		Nu:    f.freedom,
	}
}

// below is a distribution of ln(fine) without what lies above the statutory cap:
// the rest keeps its shape and has the whole probability.
type below struct {
	of    distuv.StudentsT
	limit float64 // ln of the cap
}

// share is the probability that the cap leaves.
func (c below) share() float64 { return c.of.CDF(c.limit) }

// quantile is the fine that a share p of comparable fines stays below.
func (c below) quantile(p float64) float64 {
	return math.Exp(math.Min(c.of.Quantile(p*c.share()), c.limit))
}

// logProb is the logarithm of the density of ln(fine).
func (c below) logProb(y float64) float64 {
	if y > c.limit+1e-9 {
		return math.Inf(-1)
	}
	return c.of.LogProb(y) - math.Log(c.share())
}
