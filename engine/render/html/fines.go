package html

import (
	"bytes"
	"io"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/look"
	"github.com/dsaeval/dsaeval/internal/words"
)

// WriteFines writes the picture of what the breaches put at stake, with the published
// decisions as dots, as a part of another page; nothing where there is no range to draw.
func WriteFines(w io.Writer, r *report.Report) error {
	if r.Fine == nil || r.Fine.StatutoryCap == nil || r.Fine.Indicative == nil {
		return nil
	}
	drawn := pictureOf(*r.Fine.Indicative, r.Fine.StatutoryCap.PerDecision, known(r.Fine.Currency))
	if drawn == nil {
		return nil
	}
	drawn.Caption = words.AtStake(r)
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, "fines", drawn); err != nil {
		return err
	}
	_, err := io.WriteString(w, look.Visible(b.String()))
	return err
}
