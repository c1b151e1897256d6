package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/attest"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/saved"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// claim is what is compared: a whole report, or what a statement says of one.
type claim struct {
	written    any // as it is in the file
	whole      bool
	service    report.Service
	date       report.Day
	detail     report.Detail
	gate       *report.Gate
	provenance report.Provenance
}

// claims reads a file of reports, or a statement, which a key may have to have signed.
func (v *verification) claims(ctx context.Context, name string, notes io.Writer) ([]claim, error) {
	content, err := readNamed(name)
	if err != nil {
		return nil, err
	}
	shown := filepath.ToSlash(name)
	list, err := v.signed(ctx, content, notes)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, err)
	}
	if list == nil {
		if list, err = reportClaims(shown, content); err != nil {
			return nil, err
		}
	}
	for _, c := range list {
		p := c.provenance
		if p.Selection == nil || p.Amounts == nil || p.Build == nil || len(p.Facts) == 0 {
			return nil, fmt.Errorf("%s: the report does not say all that it was made from; it is of an earlier version", shown)
		}
	}
	return list, nil
}

// signed reads a statement, in an envelope or bare; nil of what is neither.
func (v *verification) signed(ctx context.Context, content []byte, notes io.Writer) ([]claim, error) {
	envelope := attest.IsEnvelope(content)
	if !envelope && v.key != "" {
		return nil, document.Hinted(errUnsigned, "a statement that was written with -o intoto=FILE --sign KEY")
	}
	if !envelope && !attest.IsStatement(content) {
		return nil, nil
	}
	statement := content
	var err error
	switch {
	case envelope && v.key != "":
		pem, failed := readNamed(v.key)
		if failed != nil {
			return nil, fmt.Errorf("--key: %w", failed)
		}
		key, failed := attest.PublicKey(pem)
		if failed != nil {
			return nil, fmt.Errorf("--key: %s: %w", filepath.ToSlash(v.key), failed)
		}
		statement, err = attest.Open(ctx, content, key)
	case envelope:
		fmt.Fprintln(notes, "note: the signature is not verified; --key names the key that has to have signed")
		statement, err = attest.Unverified(content)
	}
	if err != nil {
		return nil, err
	}
	predicate, err := attest.Read(statement)
	if err != nil {
		return nil, err
	}
	var list []claim
	for _, c := range predicate.Reports {
		list = append(list, claim{c, false, c.Service, c.AssessmentDate, c.Detail, c.Gate, c.Provenance})
	}
	return list, nil
}

// reportClaims reads a file of reports, each as it stands there.
func reportClaims(name string, content []byte) ([]claim, error) {
	reports, err := saved.Load(name, content)
	if err != nil {
		return nil, err
	}
	var list []claim
	decoder := json.NewDecoder(bytes.NewReader(content))
	for _, r := range reports {
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return nil, errors.Join(fmt.Errorf("%s: what was read once cannot be read again", name), err)
		}
		list = append(list, claim{raw, true, r.Service, r.AssessmentDate, r.Detail, r.Gate, r.Provenance})
	}
	return list, nil
}

func (c claim) subject() string { return writing.Service(c.service.Name, c.service.Provider) }
