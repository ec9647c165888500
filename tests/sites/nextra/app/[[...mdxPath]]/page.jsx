import { generateStaticParamsFor, importPage } from 'nextra/pages'
import { useMDXComponents } from '../../mdx-components'

export const generateStaticParams = generateStaticParamsFor('mdxPath')

export async function generateMetadata({ params }) {
  return (await importPage((await params).mdxPath)).metadata
}

export default async function Page(props) {
  const params = await props.params
  const { default: Content, toc, metadata } = await importPage(params.mdxPath)
  const Wrapper = useMDXComponents().wrapper
  return (
    <Wrapper toc={toc} metadata={metadata}>
      <Content {...props} params={params} />
    </Wrapper>
  )
}
