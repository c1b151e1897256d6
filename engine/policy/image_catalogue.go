package policy

import (
	"github.com/dsaeval/dsaeval/internal/image"
)

func (o *Obligation) code(c *image.Codec) {
	for _, text := range []*string{
		&o.ID, &o.Article, &o.Title, &o.Description, &o.From, &o.Exceptions, &o.Interpretation, &o.Remediation, &o.Catalogue, &o.pkg, &o.file,
	} {
		c.Text(text)
	}
	c.Bool(&o.Origin.House)
	for _, text := range []*string{&o.Origin.Name, &o.Origin.SHA256, &o.Origin.About} {
		c.Text(text)
	}
	image.Word(c, &o.Kind)
	image.Word(c, &o.Addressee)
	image.Word(c, &o.Exemption)
	image.Word(c, &o.Start)
	image.Word(c, &o.SupervisedBy)
	image.Texts(c, &o.AddresseeAlso)
	image.Texts(c, &o.Penalty)
	c.Bool(&o.VLOPOnly)
	c.Bool(&o.concerned)
	c.Bool(&o.presupposed)
	image.List(c, &o.Recitals, func(n *int) {
		number := int64(*n)
		c.Int(&number)
		*n = int(number)
	})
	for _, texts := range []*[]string{&o.JudgementTerms, &o.Presupposes, &o.PartOf, &o.Links, &o.Facts, &o.Parameters, &o.Readings} {
		image.Texts(c, texts)
	}
	codePaths(c, &o.reads)
	image.List(c, &o.Findings, func(f *FindingRule) { f.code(c) })
	image.List(c, &o.SpeaksAgainst, func(f *FindingRule) { f.code(c) })
	if !c.Writing() {
		o.findings, o.doubts = byCode(o.Findings), byCode(o.SpeaksAgainst)
	}
}

func byCode(rules []FindingRule) map[string]*FindingRule {
	found := make(map[string]*FindingRule, len(rules))
	for i := range rules {
		rule := rules[i]
		found[rule.Code] = &rule
	}
	return found
}

func (f *FindingRule) code(c *image.Codec) {
	for _, text := range []*string{&f.Code, &f.Message, &f.Remediation, &f.EndedOn} {
		c.Text(text)
	}
	for _, texts := range []*[]string{&f.Words, &f.Facts, &f.Parameters, &f.Readings} {
		image.Texts(c, texts)
	}
	codePaths(c, &f.reads)
	c.Bool(&f.timed)
}
