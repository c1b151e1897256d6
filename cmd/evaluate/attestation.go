package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/attest"
	"github.com/dsaeval/dsaeval/internal/document"
)

// intoto is the format of a statement about a run. It is none of the formats of a saved
// report, as it says that facts were judged.
const intoto render.Format = "intoto"

// judgedFormats are the names of the formats of a run.
func judgedFormats() []string { return append(reportFormats(), string(intoto)) }

func judgedFormatOf(name string) (render.Format, error) {
	known, err := oneOfFormats(judgedFormats()...)(name)
	return render.Format(known), err
}

// sign puts a statement into a signed envelope.
type sign func(statement []byte) ([]byte, error)

// signer reads the key that signs, before anything is judged; nil if there is none.
func signer(ctx context.Context, name string, outputs []output[render.Format]) (sign, error) {
	if name == "" {
		return nil, nil
	}
	signs := false
	for _, o := range outputs {
		signs = signs || o.format == intoto
	}
	if !signs {
		return nil, document.Hinted(errors.New("--sign: there is no statement to sign"), "--output intoto=FILE")
	}
	content, err := readNamed(name)
	if err != nil {
		return nil, fmt.Errorf("--sign: %w", err)
	}
	key, err := attest.PrivateKey(content)
	if err != nil {
		return nil, fmt.Errorf("--sign: %s: %w", filepath.ToSlash(name), err)
	}
	return func(statement []byte) ([]byte, error) { return attest.Sign(ctx, statement, key) }, nil
}

// sign has the statements among the papers signed; nil leaves them bare.
func (p *papers) sign(signed sign) {
	for _, one := range p.list {
		if a, ok := one.reportWriter.(*attestation); ok {
			a.signed = signed
		}
	}
}

// attestation writes a statement about all reports of a run.
type attestation struct {
	w       io.Writer
	signed  sign
	reports []*report.Report
}

func (a *attestation) Add(r *report.Report) error {
	a.reports = append(a.reports, r)
	return nil
}

// Refuse is silent: a statement is about what was judged.
func (a *attestation) Refuse(...report.Unusable) error { return nil }

func (a *attestation) Close() error {
	if len(a.reports) == 0 {
		return render.ErrNoReport
	}
	content, err := attest.Statement(a.reports)
	if err == nil && a.signed != nil {
		content, err = a.signed(content)
	}
	if err != nil {
		return err
	}
	_, err = a.w.Write(content)
	return err
}
