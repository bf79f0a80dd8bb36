/** An empty claim with everything that one may say, for `titrate init --template`; what stands after `#` is explained, not read. */
export const claimTemplate = `# One claim, written down before any document is read. Rename the file and fill it in.
# Codes such as NEP are categories of lexicons/categories.yaml; claimed, diluted and companion are poles of study.yaml.
id: my_claim
title: What becomes of an idea
statement: >-
  One or two sentences that the report puts on top.
source: Who makes this claim, and where.
population: whose documents it is about, of where and when

# Names under which the manifest has single institutions that a hypothesis speaks of.
institutions: {}
#  council: [Council of the South, COSUR]

# What the gates ask for. Each that is left out is the protocol's, as written here; a hypothesis may name its own.
# Reports tell a number of your own beside the protocol's. Name them before documents are read: they are frozen with the claim.
# bars:
#   documents: 5             # with framed passages a side,
#   effective_documents: 4   #   worth so many of equal size
#   framed_passages: 20      # a side
#   overlap: 0.5             # share of framed passages in languages and periods that both sides have
#   f1: 0.7                  # lower 95 % bound of F1 of each field of the profile
#   alpha: 0.667             # lower 95 % bound of Krippendorff's alpha
#   coded_passages: 100      # a side,
#   non_hits: 30             #   so many of them without a hit
#   coded_documents: 30      # the same of documents that are coded whole
#   document_non_hits: 10

hypotheses:
  - id: H1
    title: a few words for a row
    anchor: What the claim says of it, in your own words.
    section: The section or page of the source where it says so.
    # population: that of this hypothesis, where it is another than that of the claim
    # Only of the first contrast of passages of two categories, which is tested about types of institutions (scope B) too.
    types: the kinds of institutions that those of the corpus are taken as a sample of
    # What is counted and what of it the claim is about, for sentences.
    unit: passages about the object
    having: frame it as claimed
    # count: passages (of, against; all others where against is left out)
    #        mentions (of, against) | documents (of) | substantive_documents | beneficiaries (of: [poor, frontier])
    #        actors (role, of, against, through_parents) | objectives (of, against) | activities
    measure: { count: passages, of: claimed, against: diluted }
    # by: contrast (more: source or policy) | threshold (on, above or below, band) | minimum (of, than)
    #     diversity (of, than, classes) | paired (on, with: a measure) | none (institutions)
    comparison: { by: contrast, more: source }
    # family: secondary    # described, never called supported; left out, its p is adjusted with the others
    # companions: [companion]
    # smallest_effect: 1.5 # as a ratio of odds; that of study.yaml where left out
    # gates: [documents, framed_passages, overlap, extraction, reliability, validation]
    # bars: { framed_passages: 30 }
    falsifier: What in the data would speak against it.
    # needs: What to add to a corpus that cannot test it. Advice for the report, no part of what is frozen.

#  - id: H2
#    title: keeps its place though nothing here can test it
#    anchor: ...
#    not_testable: out_of_text
#    falsifier: ...

# The claim as a whole is supported only where every part is.
# overall:
#   title: in two ways
#   all: [H1]
#   ways:
#     - { id: first, title: The first way, all: [H1] }

not_testable: []
`;
