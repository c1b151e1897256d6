package counting

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// Build adds the pipeline that counts dumps. Its results are files in a folder that
// all workers can write to: see [Results].
func Build(s beam.Scope, dumps []Dump, choice Choice, folder string) {
	source := beam.Reshuffle(s, beam.CreateList(s, dumps))
	work, listed, unlisted := beam.ParDo3(s.Scope("list"), &listFn{}, source)
	verified, unverified := beam.ParDo2(s.Scope("verify"), &verifyFn{}, source)
	counted, uncounted, rejected := beam.ParDo3(s.Scope("count"), &countFn{Choice: choice}, beam.Reshuffle(s, work))
	counted = beam.CombinePerKey(s.Scope("combine"), &mergeFn{}, counted)
	damaged := beam.Flatten(s, unlisted, unverified, uncounted)
	finished, left := beam.ParDo2(s.Scope("finish"), &finishFn{}, beam.CoGroupByKey(s, listed, counted, verified, damaged))
	total := beam.Combine(s.Scope("total"), &mergeFn{}, finished)
	// After a reshuffle, what is written is what was kept of bundles done twice.
	beam.ParDo0(s.Scope("rejects"), &writeRejectsFn{folder}, beam.Reshuffle(s, rejected))
	beam.ParDo0(s.Scope("write"), &writeFn{folder}, beam.Impulse(s), beam.SideInput{Input: total}, beam.SideInput{Input: left})
}

func init() {
	register.DoFn5x1[context.Context, Dump, func(Work), func(string, Listed), func(string, Damage), error](&listFn{})
	register.DoFn4x1[context.Context, Dump, func(string, string), func(string, Damage), error](&verifyFn{})
	register.DoFn5x1[context.Context, Work, func(string, Counted), func(string, Damage), func(Rejected), error](&countFn{})
	register.DoFn7x1[string, func(*Listed) bool, func(*Counted) bool, func(*string) bool, func(*Damage) bool, func(Counted), func(Damage), error](&finishFn{})
	register.DoFn2x1[context.Context, Rejected, error](&writeRejectsFn{})
	register.DoFn4x1[context.Context, []byte, func(*Counted) bool, func(*Damage) bool, error](&writeFn{})
	register.Combiner1[Counted](&mergeFn{})
	register.Emitter1[Work]()
	register.Emitter1[Rejected]()
	register.Emitter1[Counted]()
	register.Emitter1[Damage]()
	register.Emitter2[string, Listed]()
	register.Emitter2[string, Damage]()
	register.Emitter2[string, string]()
	register.Emitter2[string, Counted]()
	register.Iter1[Listed]()
	register.Iter1[Counted]()
	register.Iter1[string]()
	register.Iter1[Damage]()
}
