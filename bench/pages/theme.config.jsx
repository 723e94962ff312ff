export default { logo: <span>A bare page</span> }
